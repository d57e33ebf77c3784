using Orchestrator.Storage.Changes;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>Statements that write all rows of one kind at once (design §8.15): the values come as arrays.</summary>
internal static class BatchSql
{
    public static string Insert(string table, ArraySink rows) => $"INSERT INTO {table} ({ChangeSql.Names(rows.Columns)}) SELECT * FROM {rows.Unnest()}";

    public static string Of(ChangeSpec spec, ArraySink rows) => spec.Kind switch
    {
        ChangeKind.Insert or ChangeKind.InsertContested => Insert(spec.Table, rows),
        ChangeKind.Upsert => $"{Insert(spec.Table, rows)} ON CONFLICT ({ChangeSql.Names(spec.Keys)}) DO UPDATE SET {string.Join(", ", spec.Values.Select(column => $"{column.Name} = excluded.{column.Name}"))}",
        ChangeKind.Update or ChangeKind.UpdateContested => $"UPDATE {spec.Table} AS t SET {Assignments(spec)} FROM {rows.Unnest()} WHERE {Where(spec)}",
        _ => $"DELETE FROM {spec.Table} AS t USING {rows.Unnest()} WHERE {Where(spec)}",
    };

    private static string Where(ChangeSpec spec) => string.Join(" AND ", spec.Keys.Select((column, i) => $"t.{column.Name} = r.c{i + 1}"));

    private static string Assignments(ChangeSpec spec)
    {
        var assignments = spec.Values.Select((column, i) => Assignment(column, $"r.c{spec.Keys.Length + i + 1}"));
        return string.Join(", ", spec.Constants is null ? assignments : assignments.Append(spec.Constants));
    }

    // A version only grows. Two commands of one batch may change a row in different ways, whose statements do not stand in the order of the commands.
    private static string Assignment(Column column, string value) => column.Name == "version" ? $"version = greatest(t.version, {value})" : $"{column.Name} = {value}";
}
