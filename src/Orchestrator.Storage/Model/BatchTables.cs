using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Model;

/// <summary>Frozen lists: what was rehearsed for many instances, and what became of each row.</summary>
internal static class BatchTables
{
    public static void Build(ModelBuilder model)
    {
        var batches = model.Entity<BatchRecord>().ToTable("engine_batches");
        batches.HasKey(row => row.Id);
        batches.HasIndex(row => new { row.Kind, row.Subject, row.CreatedAt });
        batches.HasIndex(row => row.State);

        var rows = model.Entity<BatchRowRecord>().ToTable("engine_batch_rows");
        rows.HasKey(row => new { row.Batch, row.Number });
    }
}

internal sealed class BatchRecord
{
    public byte[] Id { get; set; } = [];
    public BatchKind Kind { get; set; }
    public string Subject { get; set; } = "";
    public string Target { get; set; } = "";
    public string Hash { get; set; } = "";
    public int Rows { get; set; }
    public string CreatedBy { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public BatchState State { get; set; }
    public string? StartedBy { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
}

internal sealed class BatchRowRecord
{
    public byte[] Batch { get; set; } = [];
    public int Number { get; set; }
    public long Key { get; set; }
    public long Position { get; set; }
    public string Verdict { get; set; } = "";
    public string? Reason { get; set; }
    public string? Element { get; set; }
    public string? Message { get; set; }
    public BatchOutcome? Outcome { get; set; }
    public string? OutcomeMessage { get; set; }
}
