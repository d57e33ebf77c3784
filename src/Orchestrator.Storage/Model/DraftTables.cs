using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Model;

/// <summary>Definitions that are being drawn, and what is kept about their publication. They hold no data of any case, so nothing is encrypted.</summary>
internal static class DraftTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<DefinitionDraftRecord>(table =>
        {
            table.ToTable("engine_definition_drafts");
            table.HasKey(row => row.Key);
            table.HasIndex(row => new { row.IsOpen, row.SavedAt });
        });
        model.Entity<DefinitionDraftFileRecord>().ToTable("engine_definition_draft_files").HasKey(row => new { row.Draft, row.Name });
        model.Entity<StoredPublication>(table =>
        {
            table.ToTable("engine_publications");
            table.HasKey(row => row.Deployment);
            table.Property(row => row.Deployment).ValueGeneratedNever();
        });
    }
}

internal sealed class DefinitionDraftRecord
{
    public byte[] Key { get; set; } = [];
    public string Folder { get; set; } = "";
    public string ProcessId { get; set; } = "";
    public string Name { get; set; } = "";
    public long? BaseDeployment { get; set; }
    public int? BaseVersion { get; set; }
    public int Revision { get; set; }
    public bool IsOpen { get; set; }
    public byte[]? CopyOf { get; set; }
    public long? Published { get; set; }
    public string CreatedBy { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public string SavedBy { get; set; } = "";
    public DateTimeOffset SavedAt { get; set; }
}

internal sealed class DefinitionDraftFileRecord
{
    public byte[] Draft { get; set; } = [];
    public string Name { get; set; } = "";
    public string Content { get; set; } = "";
}

internal sealed class StoredPublication
{
    public long Deployment { get; set; }
    public byte[] Draft { get; set; } = [];
    public string Folder { get; set; } = "";
    public int ScenariosPassed { get; set; }

    /// <summary>Names, one a line.</summary>
    public string ScenariosFailed { get; set; } = "";

    public string? Reason { get; set; }

    public static StoredPublication Of(long deployment, Publication publication) => new()
    {
        Deployment = deployment,
        Draft = publication.Draft.ToByteArray(bigEndian: true),
        Folder = publication.Folder,
        ScenariosPassed = publication.ScenariosPassed,
        ScenariosFailed = string.Join('\n', publication.ScenariosFailed),
        Reason = publication.Reason,
    };

    public Publication ToRecord() =>
        new(new Guid(Draft, bigEndian: true), Folder, ScenariosPassed, ScenariosFailed.Split('\n', StringSplitOptions.RemoveEmptyEntries), Reason);
}
