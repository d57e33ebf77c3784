using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Storage.Model;

/// <summary>History, instances, keys of subjects: what a verification reads.</summary>
internal static class HistoryTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<HistoryRecord>(table =>
        {
            table.ToTable("engine_history");
            table.HasKey(row => new { row.Instance, row.FirstSeq });
            table.HasIndex(row => row.CommandId).IsUnique();
        });
        model.Entity<InstanceRecord>(table =>
        {
            table.ToTable("engine_instances");
            table.HasKey(row => row.Instance);
            table.Property(row => row.Instance).ValueGeneratedNever();
            table.HasIndex(row => row.BusinessKey);
        });
        model.Entity<ProcessScopeRecord>(table =>
        {
            table.ToTable("engine_process_scopes");
            table.HasKey(row => row.Key);
            table.Property(row => row.Key).ValueGeneratedNever();
        });
        model.Entity<SnapshotRecord>(table =>
        {
            table.ToTable("engine_snapshots");
            table.HasKey(row => new { row.Instance, row.Version });
        });
        model.Entity<SubjectRecord>(table =>
        {
            table.ToTable("engine_subjects");
            table.HasKey(row => row.Subject);
            table.Property(row => row.Subject).ValueGeneratedNever();
        });
        model.Entity<TombstoneRecord>(table =>
        {
            table.ToTable("engine_tombstones");
            table.HasKey(row => row.Instance);
            table.Property(row => row.Instance).ValueGeneratedNever();
        });
        model.Entity<SettingRecord>(table =>
        {
            table.ToTable("engine_settings");
            table.HasKey(row => row.Name);
        });
    }
}
