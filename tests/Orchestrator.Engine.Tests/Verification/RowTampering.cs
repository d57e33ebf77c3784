using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Orchestrator.Engine.Tests.Verification;

/// <summary>Somebody who can write the rows that follow from history. Each change comes from the given chance alone and says what was done.</summary>
internal sealed class RowTampering(DbConnection connection, Random chance)
{
    private const int Elsewhere = 900_000;
    private const int CounterBits = 20;

    /// <summary>What was done to which row; <see cref="Column"/> is null for a row that came or went.</summary>
    public sealed record Change(ProjectionTable Table, string? Column, string What);

    private sealed record Row(IReadOnlyList<string> Columns, object[] Values, Type[] Types)
    {
        public object this[string column] => Values[Columns.ToList().IndexOf(column)];
    }

    /// <summary>One change of some row, or null when no table holds any.</summary>
    public async Task<Change?> AnyAsync()
    {
        foreach (var table in ProjectionTable.All.OrderBy(_ => chance.Next()).ToList())
        {
            if (await SomeRowAsync(table) is not { } row) continue;
            return chance.Next(4) switch
            {
                0 when table.IsMissedWhenDeleted => await DeleteAsync(table, row),
                1 when table.MayBeAdded => await AddAsync(table, row),
                _ => await ChangeAsync(table, row, ChangeableOf(table, row)[chance.Next(ChangeableOf(table, row).Count)]),
            };
        }
        return null;
    }

    /// <summary>Changes every column of the tables in turn, deletes a row of each and adds one; <paramref name="after"/> is called behind each. Gives the columns that were changed.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync(IEnumerable<ProjectionTable> tables, Func<Change, Task> after)
    {
        var done = new List<string>();
        foreach (var table in tables)
        {
            if (await SomeRowAsync(table) is not { } first) continue;
            foreach (var column in ChangeableOf(table, first))
            {
                await after(await ChangeAsync(table, (await SomeRowAsync(table))!, column));
                done.Add($"{table.Label}.{column}");
            }
            if (table.IsMissedWhenDeleted) await after(await DeleteAsync(table, (await SomeRowAsync(table))!));
            if (table.MayBeAdded) await after(await AddAsync(table, (await SomeRowAsync(table))!));
        }
        return done;
    }

    /// <summary>All rows of all tables, without leases, as text: to be compared.</summary>
    public async Task<string> DumpAsync()
    {
        var text = new StringBuilder();
        foreach (var table in ProjectionTable.All)
            foreach (var row in await RowsAsync($"SELECT * FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}"))
            {
                text.Append(table.Label);
                foreach (var (column, value) in row.Columns.Zip(row.Values))
                    if (!table.Leases.Contains(column)) text.Append(CultureInfo.InvariantCulture, $" {column}={Text(value)}");
                text.Append('\n');
            }
        return text.ToString();
    }

    private async Task<Change> ChangeAsync(ProjectionTable table, Row row, string column)
    {
        var index = row.Columns.ToList().IndexOf(column);
        var before = row.Values[index];
        var now = Other(column, before, row.Types[index]);
        await RunAsync($"UPDATE {table.Name} SET {column} = @now WHERE {Where(table)}", [("now", now), .. KeyOf(table, row)]);
        return new(table, column, $"{table.Label}.{column} of {Describe(table, row)}: {Text(before)} to {Text(now)}");
    }

    private async Task<Change> DeleteAsync(ProjectionTable table, Row row)
    {
        await RunAsync($"DELETE FROM {table.Name} WHERE {Where(table)}", KeyOf(table, row));
        return new(table, null, $"deleted {Describe(table, row)} of {table.Label}");
    }

    /// <summary>A copy under another key, of the same instance or of one that does not exist.</summary>
    private async Task<Change> AddAsync(ProjectionTable table, Row row)
    {
        var stray = chance.Next(3) == 0;
        (string, object)[] values = [.. row.Columns.Select((column, i) => (column, NewKey(table, column, row.Values[i], stray)))];
        await RunAsync($"INSERT INTO {table.Name} ({string.Join(", ", row.Columns)}) VALUES ({string.Join(", ", row.Columns.Select(column => "@" + column))})", values);
        return new(table, null, $"added a copy of {Describe(table, row)} to {table.Label}{(stray ? ", for an instance that does not exist" : "")}");
    }

    private static object NewKey(ProjectionTable table, string column, object value, bool stray) => (column, value) switch
    {
        ("key" or "scope", long key) => stray ? key + ((long)Elsewhere << CounterBits) : key ^ (1L << (CounterBits - 1)),
        ("instance", long instance) when table.Owned == "instance" && stray => instance + Elsewhere,
        ("version", long version) when table.Key.Contains("version") => version + 1_000_000,
        ("name" or "correlation_key", string text) when table.Key.Contains(column) => text + "x",
        _ => value,
    };

    private object Other(string column, object value, Type type)
    {
        if (value is DBNull) return Something(column, type);
        return (column, value) switch
        {
            ("has_incident" or "bus", long flag) => 1 - flag,
            (_, bool flag) => !flag,
            (_, long number) => number + chance.Next(1, 1_000_000),
            (_, int number) => number + chance.Next(1, 100),
            (_, decimal number) => number + chance.Next(1, 100),
            (_, DateTime instant) => instant.AddSeconds(chance.Next(1, 1_000_000)),
            (_, string text) => text + (text.EndsWith('\n') ? "x\n" : "x"),
            (_, byte[] bytes) => Flip(bytes),
            _ => throw new NotSupportedException($"Expected a column that can be changed, but {column} holds {value.GetType()}."),
        };
    }

    private object Something(string column, Type type)
    {
        if (type == typeof(DateTime)) return new DateTime(2026, 5, 1, 8, chance.Next(60), 0, DateTimeKind.Utc);
        if (type == typeof(decimal)) return 12.5m;
        // SQLite says of an empty place what it has last held: the names say more.
        if (type == typeof(long) || type == typeof(int) || column.EndsWith("_at", StringComparison.Ordinal)) return (long)chance.Next(1, int.MaxValue);
        return column == "number" ? "12.5" : "x";
    }

    private byte[] Flip(byte[] bytes)
    {
        byte[] other = [.. bytes];
        other[chance.Next(other.Length)] ^= (byte)(1 << chance.Next(8));
        return other;
    }

    private static List<string> ChangeableOf(ProjectionTable table, Row row) => [.. row.Columns.Except(table.Leases)];

    private static string Where(ProjectionTable table) => string.Join(" AND ", table.Key.Select(column => $"{column} = @old_{column}"));

    private static (string, object)[] KeyOf(ProjectionTable table, Row row) => [.. table.Key.Select(column => ($"old_{column}", row[column]))];

    private static string Describe(ProjectionTable table, Row row) => string.Join('/', table.Key.Select(column => Text(row[column])));

    private static string Text(object value) => value switch
    {
        DBNull => "-",
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        string text => $"'{text.Replace('\n', '|')}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private async Task<Row?> SomeRowAsync(ProjectionTable table)
    {
        var rows = await RowsAsync($"SELECT * FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}");
        return rows.Count == 0 ? null : rows[chance.Next(rows.Count)];
    }

    private async Task<List<Row>> RowsAsync(string sql)
    {
        await using var command = Command(sql, []);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            var values = new object[columns.Count];
            reader.GetValues(values);
            rows.Add(new(columns, values, [.. Enumerable.Range(0, columns.Count).Select(reader.GetFieldType)]));
        }
        return rows;
    }

    private async Task RunAsync(string sql, (string, object)[] parameters)
    {
        await using var command = Command(sql, parameters);
        Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1), sql);
    }

    private DbCommand Command(string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The one who tampers writes what he likes.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
