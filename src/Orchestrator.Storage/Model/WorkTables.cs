using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Orchestrator.Storage.Model;

/// <summary>
/// Projections of events. Keys are minted by the engine and hold the instance in their upper bits, so the rows of an instance are a range of the primary key
/// and need no index of their own.
/// </summary>
internal static class WorkTables
{
    public static void Build(ModelBuilder model)
    {
        Tasks(Table<TaskRecord>(model, "engine_tasks", nameof(TaskRecord.Key)));
        Table<TimerRecord>(model, "engine_timers", nameof(TimerRecord.Key)).HasIndex(row => row.DueAt);
        Table<JobRecord>(model, "engine_jobs", nameof(JobRecord.Key)).HasIndex(row => new { row.Type, row.AvailableAt });
        Table<SubscriptionRecord>(model, "engine_subscriptions", nameof(SubscriptionRecord.Key)).HasIndex(row => new { row.MessageName, row.CorrelationKey });
        Table<IncidentRecord>(model, "engine_incidents", nameof(IncidentRecord.Key)).HasIndex(row => row.ResolvedAt);
        Table<ContinuationRecord>(model, "engine_continuations", nameof(ContinuationRecord.Scope));

        var messages = Table<MessageRecord>(model, "engine_messages", nameof(MessageRecord.Key));
        messages.HasIndex(row => new { row.Name, row.CorrelationKey, row.MessageId }).IsUnique();
        messages.HasIndex(row => row.ExpiresAt);
        model.Entity<CorrelationRecord>().ToTable("engine_message_correlations").HasKey(row => new { row.Message, row.ProcessId });

        var reservations = model.Entity<StartReservationRecord>().ToTable("engine_start_reservations");
        reservations.HasKey(row => new { row.ProcessId, row.CorrelationKey });
        reservations.HasIndex(row => row.Instance);

        var variables = model.Entity<SearchVariableRecord>().ToTable("engine_search_variables");
        variables.HasKey(row => new { row.Instance, row.Name });
        variables.HasIndex(row => new { row.Name, row.Text });
        variables.HasIndex(row => new { row.Name, row.Number });

        var outbox = model.Entity<OutboxRecord>().ToTable("engine_outbox");
        outbox.HasKey(row => new { row.Key, row.Attempt, row.Kind });
        outbox.HasIndex(row => row.AvailableAt);

        var inbox = model.Entity<InboxRecord>().ToTable("engine_inbox");
        inbox.HasKey(row => row.Message);
        inbox.HasIndex(row => row.ExpiresAt);
    }

    // The inbox of one person, and what a group sees: a page and its counts are read from an index alone, also among a million open tasks (docs/storage.md).
    private static void Tasks(EntityTypeBuilder<TaskRecord> tasks)
    {
        tasks.HasIndex(row => new { row.State, row.CreatedAt });
        tasks.HasIndex(row => new { row.State, row.DueAt });
        tasks.HasIndex(row => new { row.State, row.Assignee, row.DueAt });
        tasks.HasIndex(row => new { row.State, row.CandidateGroups, row.CandidateUsers, row.DueAt, row.Assignee, row.ProcessId, row.Key });
    }

    private static EntityTypeBuilder<T> Table<T>(ModelBuilder model, string name, string key) where T : class
    {
        var table = model.Entity<T>().ToTable(name);
        table.HasKey(key);
        table.Property(key).ValueGeneratedNever();
        return table;
    }
}
