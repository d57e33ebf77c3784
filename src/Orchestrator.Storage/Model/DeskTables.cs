using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Storage.Model;

/// <summary>What people leave at their desk: half-filled forms and named filters. No projection of events: it is gone without a trace when it is done with.</summary>
internal static class DeskTables
{
    public static void Build(ModelBuilder model)
    {
        var drafts = model.Entity<DraftRecord>().ToTable("engine_drafts");
        drafts.HasKey(row => new { row.Task, row.Person });

        var filters = model.Entity<SavedFilterRecord>().ToTable("engine_saved_filters");
        filters.HasKey(row => row.Id);
        filters.HasIndex(row => row.Owner);
        filters.HasIndex(row => row.SharedWith);
    }
}

/// <summary>What somebody typed into the form of a task and has not sent.</summary>
internal sealed class DraftRecord
{
    public long Task { get; set; }
    public string Person { get; set; } = "";
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Encrypted with the data key of the task's instance.</summary>
    public byte[] Payload { get; set; } = [];
}

internal sealed class SavedFilterRecord
{
    public byte[] Id { get; set; } = [];
    public string Owner { get; set; } = "";

    /// <summary>The group that sees it too; null for the owner's own.</summary>
    public string? SharedWith { get; set; }

    public string Name { get; set; } = "";
    public string Query { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
}
