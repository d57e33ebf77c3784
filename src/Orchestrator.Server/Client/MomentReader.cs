using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>The state of a case after any of its events, out of history alone.</summary>
internal sealed class MomentReader(HistoryService history, DefinitionCatalog definitions, StoryTeller stories, CaseNames names, WhyReader reasons)
{
    private const int PageEvents = 1_000;

    /// <summary>A case at one of its positions, drawn in the version under which it ran then.</summary>
    public async Task<CaseMoment> ReadAsync(InstanceId instance, DefinitionKey current, long position, long last, CancellationToken cancellation)
    {
        var then = (await history.StateAtAsync(instance, position, cancellation))!.Definition;
        var moment = await DrawAsync(instance, then, position, last, cancellation);
        return then == current ? moment : moment with { DiagramXml = definitions.Resource(then)?.Content };
    }

    /// <param name="drawn">The definition whose drawing is shown: elements of other processes in the case are not of it, whatever their ids.</param>
    public async Task<CaseMoment> DrawAsync(InstanceId instance, DefinitionKey drawn, long position, long last, CancellationToken cancellation)
    {
        var trace = new ElementTrace(drawn, (await definitions.FindAsync(drawn))!.Graph);
        HistoryEvent? at = null;
        for (long after = 0; after < last && trace.NextAct is null;)
        {
            var page = await history.PageAsync(instance, after, PageEvents, cancellation);
            if (page.Count == 0) break;
            foreach (var entry in page)
            {
                trace.Add(entry, position);
                if (entry.Position == position) at = entry;
            }
            after = page[^1].Position;
        }
        var state = (await history.StateAtAsync(instance, position, cancellation))!;
        var changed = at!.Event is InstanceEvent.VariablesSet set ? (Scope: (ScopeKey?)set.Scope, Names: set.Variables.Names.ToHashSet()) : (Scope: null, Names: []);
        return new CaseMoment(position, last, await stories.OfAsync(at, cancellation))
        {
            Elements = await trace.ElementsAsync(state, name => names.PersonAsync(name, cancellation)),
            FlowsTaken = trace.Flows,
            Variables = await VariablesAsync(state, changed.Scope, changed.Names),
            Why = await reasons.OfAsync(at, state),
            PreviousAct = trace.PreviousAct,
            NextAct = trace.NextAct,
        };
    }

    private async Task<IReadOnlyList<VariableMoment>> VariablesAsync(InstanceState state, ScopeKey? changedScope, HashSet<string> changedNames)
    {
        var variables = new List<VariableMoment>();
        foreach (var element in state.Elements.Values)
        {
            var personal = (await definitions.FindAsync(element.Definition))?.Graph.PersonalVariables ?? [];
            var scope = element.Key == state.Root ? "" : element.Element.Value;
            foreach (var (name, value) in element.Variables.Entries)
                variables.Add(new(scope, name, personal.Contains(name) ? null : FeelJson.Write(value), element.Key == changedScope && changedNames.Contains(name)));
        }
        return variables;
    }
}
