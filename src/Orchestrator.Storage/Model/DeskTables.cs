using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Storage.Model;

/// <summary>What people leave at their desk: half-filled forms, named filters, the days on which they are absent, and the bytes of files that they brought. No projection of events.</summary>
internal static class DeskTables
{
    public static void Build(ModelBuilder model)
    {
        var drafts = model.Entity<DraftRecord>().ToTable("engine_drafts");
        drafts.HasKey(row => new { row.Task, row.Person });

        var attachments = model.Entity<AttachmentRecord>().ToTable("engine_attachments");
        attachments.HasKey(row => row.Id);
        attachments.HasIndex(row => row.Instance);
        attachments.HasIndex(row => new { row.Settled, row.KeptAt });

        var filters = model.Entity<SavedFilterRecord>().ToTable("engine_saved_filters");
        filters.HasKey(row => row.Id);
        filters.HasIndex(row => row.Owner);
        filters.HasIndex(row => row.SharedWith);

        var substitutions = model.Entity<SubstitutionRecord>().ToTable("engine_substitutions");
        substitutions.HasKey(row => row.Id);
        substitutions.HasIndex(row => row.LastDay);
        substitutions.HasIndex(row => row.Person);
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

/// <summary>The bytes of a file that was brought to a task; what it is stands in the history.</summary>
internal sealed class AttachmentRecord
{
    public string Id { get; set; } = "";
    public long Instance { get; set; }
    public DateTimeOffset KeptAt { get; set; }

    /// <summary>The history is known to have it; until then it may be what an interrupted upload left.</summary>
    public bool Settled { get; set; }

    /// <summary>Encrypted with the data key of the instance.</summary>
    public byte[] Content { get; set; } = [];
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

/// <summary>Days on which somebody of the office is absent. Days are written <c>2026-11-03</c>, so that they sort as they follow.</summary>
internal sealed class SubstitutionRecord
{
    public byte[] Id { get; set; } = [];
    public string Person { get; set; } = "";
    public string FirstDay { get; set; } = "";
    public string LastDay { get; set; } = "";
    public string? Substitute { get; set; }
    public string RecordedBy { get; set; } = "";
    public DateTimeOffset RecordedAt { get; set; }
    public bool Revoked { get; set; }
    public string? ChangedBy { get; set; }
    public DateTimeOffset? ChangedAt { get; set; }
}
