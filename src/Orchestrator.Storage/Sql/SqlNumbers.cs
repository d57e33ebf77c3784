using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Sql;

/// <summary>Blocks of consecutive numbers, never given twice.</summary>
internal static class SqlNumbers
{
    public static Task<long> AllocateAsync(SqlDatabase database, BlockKind kind, int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return database.WriteAsync(session => session.FirstAsync("""
            INSERT INTO engine_blocks (kind, next) VALUES (@kind, 1 + @count)
            ON CONFLICT (kind) DO UPDATE SET next = engine_blocks.next + @count RETURNING next - @count
            """, reader => reader.GetInt64(0), cancellation, ("kind", (int)kind), ("count", (long)count)), cancellation);
    }
}
