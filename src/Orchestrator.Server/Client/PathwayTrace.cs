using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Where the delivery of a crisis decided about a worker's pathway: the last decision that was evaluated for the worker's item of its loops, or the last task in which a person decided instead.</summary>
internal sealed class PathwayTrace(HistoryService history, AgreementStart start)
{
    // The item of the delivery's loops over workers (ma4-delivery).
    private const string Item = "one";
    private const string CaseOfItem = "case";
    private const int PageEvents = 1_000;

    /// <summary>The delivery and a position in its history; null while nothing has been decided about the worker there.</summary>
    public async Task<(InstanceId Instance, long Position)?> FindAsync(string crisis, string caseKey, CancellationToken cancellation)
    {
        if (await start.CaseOfAsync(crisis, cancellation) is not { } delivery) return null;
        var own = new HashSet<ScopeKey>();
        long found = 0;
        for (long after = 0; ;)
        {
            var page = await history.PageAsync(delivery.Instance, after, PageEvents, cancellation);
            if (page.Count == 0) return found > 0 ? (delivery.Instance, found) : null;
            foreach (var entry in page)
            {
                switch (entry.Event)
                {
                    case InstanceEvent.VariablesSet set when IsOf(set.Variables, caseKey):
                        own.Add(set.Scope);
                        break;
                    case InstanceEvent.ElementEntered entered when own.Contains(entered.Parent):
                        own.Add(entered.Scope);
                        break;
                    case InstanceEvent.DecisionEvaluated decided when own.Contains(decided.Scope):
                    case InstanceEvent.UserTaskCompleted done when own.Contains(done.Scope):
                        found = entry.Position;
                        break;
                }
            }
            after = page[^1].Position;
        }
    }

    private static bool IsOf(FeelContext variables, string caseKey) =>
        variables.TryGet(Item, out var item) && item is FeelContext worker && worker.TryGet(CaseOfItem, out var found) && found is FeelString text && text.Value == caseKey;
}
