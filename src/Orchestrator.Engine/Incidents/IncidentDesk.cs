using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Incidents;

/// <summary>What waits for an operator.</summary>
public sealed class IncidentDesk
{
    private readonly ProcessEngine _engine;
    private readonly IQueries _queries;

    internal IncidentDesk(ProcessEngine engine, IQueries queries)
    {
        _engine = engine;
        _queries = queries;
    }

    /// <summary>Tries the element again, after optional changes of variables in its scope. A new failure makes a new incident. WrongState when it was resolved before.</summary>
    public async Task<SubmitResult> ResolveAsync(Guid request, Actor actor, ScopeKey incident, FeelContext variables, CancellationToken cancellation)
    {
        var row = await _queries.IncidentAsync(incident, cancellation).ConfigureAwait(false);
        var refused = row?.ResolvedAt is { } resolved
            ? new Rejection(RejectionReason.WrongState, $"Expected an open incident {incident}, but it was resolved at {resolved:O}.")
            : null;
        return await _engine.SubmitAsync(new Submission(request, incident.Instance, actor, new Command.ResolveIncident(incident, variables))
        {
            MayRepeat = true,
            Precondition = refused is null ? null : _ => refused,
        }, cancellation).ConfigureAwait(false);
    }

    public Task<Page<IncidentRow>> SearchAsync(IncidentQuery query, CancellationToken cancellation) => _queries.IncidentsAsync(query, cancellation);

    public Task<IncidentRow?> FindAsync(ScopeKey incident, CancellationToken cancellation) => _queries.IncidentAsync(incident, cancellation);
}
