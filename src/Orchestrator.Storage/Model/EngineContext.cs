using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Storage.Model;

/// <summary>The engine's tables, all prefixed <c>engine_</c>: schema, migrations and searches. Each provider has a subclass that says how an instant is stored.</summary>
public abstract class EngineContext(DbContextOptions options) : DbContext(options)
{
    public const string TablePrefix = "engine_";

    /// <summary>LIKE makes no difference between capitals and small letters of ASCII, and is quicker than making small letters of each text first.</summary>
    internal virtual bool LikeIgnoresCase => false;

    internal DbSet<HistoryRecord> History => Set<HistoryRecord>();

    internal DbSet<InstanceRecord> Instances => Set<InstanceRecord>();

    internal DbSet<ProcessScopeRecord> ProcessScopes => Set<ProcessScopeRecord>();

    internal DbSet<TaskRecord> Tasks => Set<TaskRecord>();

    internal DbSet<TimerRecord> Timers => Set<TimerRecord>();

    internal DbSet<JobRecord> Jobs => Set<JobRecord>();

    internal DbSet<SubscriptionRecord> Subscriptions => Set<SubscriptionRecord>();

    internal DbSet<IncidentRecord> Incidents => Set<IncidentRecord>();

    internal DbSet<SearchVariableRecord> SearchVariables => Set<SearchVariableRecord>();

    internal DbSet<StoredDeployment> Deployments => Set<StoredDeployment>();

    internal DbSet<StoredResource> Resources => Set<StoredResource>();

    internal DbSet<StoredDefinition> Definitions => Set<StoredDefinition>();

    internal DbSet<StoredRetirement> Retirements => Set<StoredRetirement>();

    internal DbSet<StoredDecisionModel> DecisionModels => Set<StoredDecisionModel>();

    internal DbSet<StoredDecision> Decisions => Set<StoredDecision>();

    internal DbSet<StoredForm> Forms => Set<StoredForm>();

    internal DbSet<StoredPublication> Publications => Set<StoredPublication>();

    internal DbSet<DefinitionDraftRecord> DefinitionDrafts => Set<DefinitionDraftRecord>();

    internal DbSet<DefinitionDraftFileRecord> DefinitionDraftFiles => Set<DefinitionDraftFileRecord>();

    internal DbSet<MessageStartRecord> MessageStarts => Set<MessageStartRecord>();

    internal DbSet<StartTimerRecord> StartTimers => Set<StartTimerRecord>();

    internal DbSet<BatchRecord> Batches => Set<BatchRecord>();

    internal DbSet<BatchRowRecord> BatchRows => Set<BatchRowRecord>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        HistoryTables.Build(modelBuilder);
        WorkTables.Build(modelBuilder);
        CatalogueTables.Build(modelBuilder);
        DeskTables.Build(modelBuilder);
        BatchTables.Build(modelBuilder);
        DraftTables.Build(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase.Of(property.Name));
    }
}
