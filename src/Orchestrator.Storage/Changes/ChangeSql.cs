namespace Orchestrator.Storage.Changes;

/// <summary>One row change as SQL that SQLite and PostgreSQL share; only the marks of the parameters differ. Parameters count from 1, keys first.</summary>
internal static class ChangeSql
{
    public static string Insert(string table, IEnumerable<Column> columns, Func<int, string> mark)
    {
        var list = columns.ToList();
        return $"INSERT INTO {table} ({Names(list)}) VALUES ({string.Join(", ", Enumerable.Range(1, list.Count).Select(mark))})";
    }

    public static string Of(ChangeSpec spec, Func<int, string> mark) => spec.Kind switch
    {
        ChangeKind.Insert => Insert(spec.Table, spec.Columns, mark),
        ChangeKind.InsertContested => Insert(spec.Table, spec.Columns, mark) + " ON CONFLICT DO NOTHING",
        ChangeKind.Upsert =>
            $"{Insert(spec.Table, spec.Columns, mark)} ON CONFLICT ({Names(spec.Keys)}) DO UPDATE SET {string.Join(", ", spec.Values.Select(column => $"{column.Name} = excluded.{column.Name}"))}",
        ChangeKind.Update or ChangeKind.UpdateContested => $"UPDATE {spec.Table} SET {Assignments(spec, mark)} WHERE {Where(spec, mark)}",
        _ => $"DELETE FROM {spec.Table} WHERE {Where(spec, mark)}",
    };

    public static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Where(ChangeSpec spec, Func<int, string> mark) => string.Join(" AND ", spec.Keys.Select((column, i) => $"{column.Name} = {mark(i + 1)}"));

    private static string Assignments(ChangeSpec spec, Func<int, string> mark)
    {
        var assignments = spec.Values.Select((column, i) => $"{column.Name} = {mark(spec.Keys.Length + i + 1)}");
        return string.Join(", ", spec.Constants is null ? assignments : assignments.Append(spec.Constants));
    }
}
