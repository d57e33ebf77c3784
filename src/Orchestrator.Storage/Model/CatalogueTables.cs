using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Storage.Model;

/// <summary>Deployments and number blocks.</summary>
internal static class CatalogueTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<StoredDeployment>(table =>
        {
            table.ToTable("engine_deployments");
            table.HasKey(row => row.Key);
            table.Property(row => row.Key).ValueGeneratedNever();
            table.HasIndex(row => row.ContentHash).IsUnique();
        });
        model.Entity<StoredResource>().ToTable("engine_resources").HasKey(row => new { row.Deployment, row.Name });
        model.Entity<StoredDefinition>(table =>
        {
            table.ToTable("engine_definitions");
            table.HasKey(row => row.Key);
            table.Property(row => row.Key).ValueGeneratedNever();
            table.HasIndex(row => new { row.ProcessId, row.Version }).IsUnique();
            table.HasIndex(row => row.Deployment);
        });
        model.Entity<StoredRetirement>().ToTable("engine_retirements").HasKey(row => new { row.Definition, row.Number });
        model.Entity<StoredDecisionModel>(table =>
        {
            table.ToTable("engine_decision_models");
            table.HasKey(row => row.Key);
            table.Property(row => row.Key).ValueGeneratedNever();
            table.HasIndex(row => new { row.ModelId, row.Version }).IsUnique();
            table.HasIndex(row => row.Deployment);
        });
        model.Entity<StoredDecision>(table =>
        {
            table.ToTable("engine_decisions");
            table.HasKey(row => row.Key);
            table.Property(row => row.Key).ValueGeneratedNever();
            table.HasIndex(row => new { row.DecisionId, row.Version }).IsUnique();
            table.HasIndex(row => row.Model);
        });
        model.Entity<StoredForm>().ToTable("engine_forms").HasKey(row => new { row.Deployment, row.FormId });
        model.Entity<MessageStartRecord>(table =>
        {
            table.ToTable("engine_message_starts");
            table.HasKey(row => new { row.Definition, row.Element });
            table.HasIndex(row => row.MessageName);
        });
        model.Entity<StartTimerRecord>(table =>
        {
            table.ToTable("engine_start_timers");
            table.HasKey(row => new { row.Definition, row.Element });
            table.HasIndex(row => row.DueAt);
        });
        model.Entity<BlockRecord>(table =>
        {
            table.ToTable("engine_blocks");
            table.HasKey(row => row.Kind);
            table.Property(row => row.Kind).ValueGeneratedNever();
        });
    }
}
