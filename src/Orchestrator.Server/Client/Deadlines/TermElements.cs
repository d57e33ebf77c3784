using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Deployments;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>
/// Which timers stand for terms: those that a definition declares (<c>orch:deadline</c>), and those because of which an escalation task exists (<c>orch:escalation</c>).
/// </summary>
internal sealed class TermElements(DefinitionCatalog definitions)
{
    /// <summary>Ids of such timers in all versions of all definitions. An id may mean something else in another definition: <see cref="IsTerm"/> decides.</summary>
    public async Task<IReadOnlyCollection<string>> IdsAsync()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in definitions.All)
            if ((await definitions.FindAsync(record.Key))?.Graph is { } graph)
                ids.UnionWith(Of(graph).Select(timer => timer.Value));
        return ids;
    }

    public async Task<bool> IsTermAsync(DefinitionKey definition, ElementId timer) =>
        (await definitions.FindAsync(definition))?.Graph is { } graph && IsTerm(graph, timer);

    public static bool IsTerm(ProcessGraph graph, ElementId timer) => Of(graph).Contains(timer);

    /// <summary>The label that the definition gives the term, else the name of its timer.</summary>
    public static string NameOf(ProcessGraph graph, ElementId timer) =>
        graph.Deadlines.FirstOrDefault(deadline => deadline.Timer == timer)?.Label ?? graph.Find(timer)?.Name ?? timer.Value;

    private static IEnumerable<ElementId> Of(ProcessGraph graph) =>
        graph.Deadlines.Select(deadline => deadline.Timer).Concat(graph.Nodes.OfType<UserTaskNode>().Select(node => node.EscalationOf).OfType<ElementId>());
}
