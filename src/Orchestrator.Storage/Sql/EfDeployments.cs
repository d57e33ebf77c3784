using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Deployments: rare, so EF Core writes them as well.</summary>
internal sealed class EfDeployments(SqlDatabase database) : IDeploymentStore
{
    private const int AttemptsMax = 5;

    public async Task<SavedDeployment?> SaveAsync(NewDeployment deployment, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteContextAsync(context => SaveAsync(context, deployment, cancellation), cancellation);
            }
            catch (Exception met) when (attempt < AttemptsMax && database.Dialect.IsUniqueViolation(met is DbUpdateException { InnerException: { } inner } ? inner : met))
            {
                // Another node deployed the same content, or took the version number: what it wrote is seen now.
            }
        }
    }

    public async Task<IReadOnlyList<DeploymentRecord>> ReadAsync(long after, int take, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var deployments = await context.Deployments.Where(row => row.Key > after).OrderBy(row => row.Key).Take(take).ToListAsync(cancellation);
        return await RecordsAsync(context, deployments, cancellation);
    }

    public Task<bool> RetireAsync(Retirement retirement, long after, CancellationToken cancellation) =>
        database.WriteContextAsync(context => EfRetirements.RetireAsync(context, retirement, after, cancellation), cancellation);

    public Task<bool> TakeBackAsync(DefinitionKey definition, TakenBack takenBack, DefinitionStarts starts, long after, CancellationToken cancellation) =>
        database.WriteContextAsync(context => EfRetirements.TakeBackAsync(context, definition, takenBack, starts, after, cancellation), cancellation);

    public async Task<IReadOnlyList<Retirement>> RetirementsAsync(CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        return await EfRetirements.AllAsync(context, cancellation);
    }

    public async Task<IReadOnlyList<StartTimerRow>> StartTimersAsync(CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var rows = await context.StartTimers.OrderBy(row => row.DueAt).ToListAsync(cancellation);
        return [.. rows.Select(row => new StartTimerRow(row.ProcessId, new(row.Definition), row.Element, row.DueAt, row.Schedule, row.Repetitions))];
    }

    private static async Task<SavedDeployment?> SaveAsync(EngineContext context, NewDeployment deployment, CancellationToken cancellation)
    {
        await EfRetirements.TakeTurnAsync(context, cancellation);
        var same = await context.Deployments.Where(row => row.ContentHash == deployment.ContentHash).ToListAsync(cancellation);
        if (same.Count > 0) return new((await RecordsAsync(context, same, cancellation))[0], New: false);

        // Two that are made over the same one number the same versions: of them the second is told by the unique index and comes here again.
        if (deployment.After is { } after && await context.Deployments.MaxAsync(row => (long?)row.Key, cancellation) != after) return null;
        var stored = new StoredDeployment { Key = deployment.Key, ContentHash = deployment.ContentHash, DeployedBy = deployment.DeployedBy, DeployedAt = deployment.DeployedAt };
        context.Add(stored);
        context.AddRange(deployment.Resources.Select(resource => new StoredResource { Deployment = deployment.Key, Name = resource.Name, Kind = resource.Kind, Content = resource.Content }));
        context.AddRange(deployment.Forms.Select(form => new StoredForm { Deployment = deployment.Key, FormId = form.FormId, ResourceName = form.ResourceName }));
        if (deployment.Publication is { } publication) context.Add(StoredPublication.Of(deployment.Key, publication));
        foreach (var definition in deployment.Definitions) await AddAsync(context, deployment.Key, definition, cancellation);
        foreach (var model in deployment.DecisionModels) await AddAsync(context, deployment.Key, model, cancellation);
        await context.SaveChangesAsync(cancellation);
        return new((await RecordsAsync(context, [stored], cancellation))[0], New: true);
    }

    private static async Task AddAsync(EngineContext context, long deployment, NewDefinition definition, CancellationToken cancellation)
    {
        var latest = await context.Definitions.Where(row => row.ProcessId == definition.ProcessId).MaxAsync(row => (int?)row.Version, cancellation) ?? 0;
        context.Add(new StoredDefinition
        {
            Key = definition.Key.Value,
            Deployment = deployment,
            ProcessId = definition.ProcessId,
            Name = definition.Name,
            Version = latest + 1,
            VersionTag = definition.VersionTag,
            ResourceName = definition.ResourceName,
            ContentHash = definition.ContentHash,
        });
        await context.MessageStarts.Where(row => row.ProcessId == definition.ProcessId).ExecuteDeleteAsync(cancellation);
        await context.StartTimers.Where(row => row.ProcessId == definition.ProcessId).ExecuteDeleteAsync(cancellation);
        if (definition.KeepsRetirement && await RetirementOfAsync(context, definition, latest, cancellation) is { } kept)
            await EfRetirements.AddAsync(context, new(definition.Key, kept.At, kept.By, kept.Reason, null), cancellation);
        else
            EfRetirements.AddStarts(context, definition.Starts);
    }

    // The retirement of the version before, when that one has the same file.
    private static async Task<StoredRetirement?> RetirementOfAsync(EngineContext context, NewDefinition definition, int version, CancellationToken cancellation)
    {
        var before = await context.Definitions.Where(row => row.ProcessId == definition.ProcessId && row.Version == version && row.ContentHash == definition.ContentHash).SingleOrDefaultAsync(cancellation);
        return before is null ? null : await EfRetirements.StandingAsync(context, before.Key, cancellation);
    }

    private static async Task AddAsync(EngineContext context, long deployment, NewDecisionModel model, CancellationToken cancellation)
    {
        var latest = await context.DecisionModels.Where(row => row.ModelId == model.ModelId).MaxAsync(row => (int?)row.Version, cancellation) ?? 0;
        context.Add(new StoredDecisionModel
        {
            Key = model.Key.Value,
            Deployment = deployment,
            ModelId = model.ModelId,
            Name = model.Name,
            Version = latest + 1,
            ResourceName = model.ResourceName,
            ContentHash = model.ContentHash,
        });
        foreach (var decision in model.Decisions)
        {
            var last = await context.Decisions.Where(row => row.DecisionId == decision.DecisionId).MaxAsync(row => (int?)row.Version, cancellation) ?? 0;
            context.Add(new StoredDecision
            {
                Key = decision.Key.Value,
                Model = model.Key.Value,
                DecisionId = decision.DecisionId,
                Name = decision.Name,
                Version = last + 1,
                VersionTag = decision.VersionTag,
            });
        }
    }

    private static async Task<IReadOnlyList<DeploymentRecord>> RecordsAsync(EngineContext context, List<StoredDeployment> deployments, CancellationToken cancellation)
    {
        var keys = deployments.Select(row => row.Key).ToList();
        var resources = (await context.Resources.Where(row => keys.Contains(row.Deployment)).OrderBy(row => row.Name).ToListAsync(cancellation)).ToLookup(row => row.Deployment);
        var definitions = (await context.Definitions.Where(row => keys.Contains(row.Deployment)).OrderBy(row => row.Key).ToListAsync(cancellation)).ToLookup(row => row.Deployment);
        var models = (await DecisionModelsAsync(context, keys, cancellation)).ToLookup(model => model.Deployment);
        var publications = await context.Publications.Where(row => keys.Contains(row.Deployment)).ToDictionaryAsync(row => row.Deployment, cancellation);
        var forms = (await context.Forms.Where(row => keys.Contains(row.Deployment)).OrderBy(row => row.FormId).ToListAsync(cancellation)).ToLookup(row => row.Deployment);
        return
        [
            .. deployments.Select(row => new DeploymentRecord(
                row.Key, row.ContentHash, row.DeployedBy, row.DeployedAt,
                [.. resources[row.Key].Select(resource => new DeploymentResource(resource.Name, resource.Kind, resource.Content))],
                [.. definitions[row.Key].Select(ToRecord)],
                [.. models[row.Key]],
                [.. forms[row.Key].Select(form => new FormRecord(form.FormId, form.ResourceName))])
            {
                Publication = publications.GetValueOrDefault(row.Key)?.ToRecord(),
            }),
        ];
    }

    private static async Task<IReadOnlyList<DecisionModelRecord>> DecisionModelsAsync(EngineContext context, List<long> deployments, CancellationToken cancellation)
    {
        var models = await context.DecisionModels.Where(row => deployments.Contains(row.Deployment)).OrderBy(row => row.Key).ToListAsync(cancellation);
        if (models.Count == 0) return [];
        var keys = models.Select(row => row.Key).ToList();
        var decisions = (await context.Decisions.Where(row => keys.Contains(row.Model)).OrderBy(row => row.Key).ToListAsync(cancellation)).ToLookup(row => row.Model);
        return
        [
            .. models.Select(row => new DecisionModelRecord(
                new(row.Key), row.Deployment, row.ModelId, row.Name, row.Version, row.ResourceName, row.ContentHash,
                [.. decisions[row.Key].Select(one => new DecisionRecord(new(one.Key), one.DecisionId, one.Name, one.Version, one.VersionTag))])),
        ];
    }

    private static DefinitionRecord ToRecord(StoredDefinition row) =>
        new(new DefinitionKey(row.Key), row.Deployment, row.ProcessId, row.Name, row.Version, row.VersionTag, row.ResourceName, row.ContentHash);
}
