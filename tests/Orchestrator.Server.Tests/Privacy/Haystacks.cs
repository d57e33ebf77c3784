using Microsoft.Data.Sqlite;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>Where it is searched: counts what it looked at, so that an empty search is seen, and keeps what it found.</summary>
internal sealed class Haystacks(Needles needles)
{
    private readonly SortedDictionary<string, (long Pieces, long Bytes)> _searched = new(StringComparer.Ordinal);
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Found => _found;

    public string Searched => string.Join("; ", _searched.Select(one => FormattableString.Invariant($"{one.Key}: {one.Value.Pieces} pieces, {one.Value.Bytes} bytes")));

    public long Pieces(string where) => _searched.GetValueOrDefault(where).Pieces;

    public void Search(string where, string what, string text)
    {
        Count(where, text.Length);
        if (needles.FindIn(text) is { } found) _found.Add($"{where}, {what}: …{found}…");
    }

    public void Search(string where, string what, byte[] bytes)
    {
        Count(where, bytes.Length);
        if (needles.FindIn(bytes) is { } found) _found.Add($"{where}, {what}: …{found}…");
    }

    /// <summary>Every column of every row of every table of a SQLite file, but those where personal data belong.</summary>
    public void SearchTables(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        connection.Open();
        foreach (var table in Names(connection).Where(name => !name.StartsWith("cases_", StringComparison.Ordinal)).ToList())
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the database's own list.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
                for (var column = 0; column < reader.FieldCount; column++)
                    SearchValue(table, reader.GetName(column), reader.GetValue(column));
        }
    }

    /// <summary>Every file of a folder.</summary>
    public void SearchFiles(string where, string folder, Func<string, bool> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(wanted)) Search(where, Path.GetFileName(file), File.ReadAllBytes(file));
    }

    private void SearchValue(string table, string column, object value)
    {
        switch (value)
        {
            case byte[] bytes: Search("tables", $"{table}.{column}", bytes); break;
            case string text: Search("tables", $"{table}.{column}", text); break;
            case not DBNull: Search("tables", $"{table}.{column}", Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!); break;
        }
    }

    private void Count(string where, long bytes)
    {
        var (pieces, sum) = _searched.GetValueOrDefault(where);
        _searched[where] = (pieces + 1, sum + bytes);
    }

    private static IEnumerable<string> Names(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader.GetString(0);
    }
}
