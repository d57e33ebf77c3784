using Orchestrator.Testing.Building;

namespace Orchestrator.Testing.Blocks;

/// <summary>A piece of a process with one way in and one way out, around one element of BPMN. Whatever is chosen inside, a token that goes in comes out (or its scope ends).</summary>
public abstract class Block
{
    /// <summary>Adds the nodes and the flows between them.</summary>
    /// <param name="into">The scope.</param>
    /// <param name="plan">Chance, names, and how deep blocks may still nest.</param>
    /// <returns>The ids of the node that a token enters and of the one it leaves.</returns>
    public abstract (string First, string Last) Build(ProcessBuilder into, Plan plan);
}

/// <summary>What the generators of one random process share.</summary>
public sealed class Plan(Choices.Choice choice, List<Bpmn.Model.ProcessGraph> called)
{
    private int _names;

    public Choices.Choice Choice => choice;

    /// <summary>Processes that call activities of this one call.</summary>
    public List<Bpmn.Model.ProcessGraph> Called => called;

    public int Depth { get; private set; }

    public string Name(string kind) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}{++_names}");

    /// <summary>One to three blocks after each other; deeper down they become simple.</summary>
    public (string First, string Last) Sequence(ProcessBuilder into)
    {
        Depth++;
        var blocks = Depth > 3 ? AllBlocks.Simple : AllBlocks.Any;
        var (first, last) = choice.Pick(blocks).Build(into, this);
        for (var more = choice.Next(Depth > 2 ? 2 : 3); more > 0; more--)
        {
            var next = choice.Pick(blocks).Build(into, this);
            into.Flow(last, next.First);
            last = next.Last;
        }
        Depth--;
        return (first, last);
    }

    /// <summary>A process of its own to be called; its id.</summary>
    public string Call()
    {
        var builder = new ProcessBuilder(Name("called"));
        Inside(builder);
        var graph = builder.Build();
        called.Add(graph);
        return graph.ProcessId;
    }

    /// <summary>An event sub-process: timer, message or error, interrupting or not.</summary>
    public void EventSubProcess(ProcessBuilder scope)
    {
        var interrupting = choice.OneIn(2);
        scope.EventSubProcess(Name("esp"), inner =>
        {
            var (start, end) = (Name("start"), Name("end"));
            inner.Start(start, choice.Next(4) switch
            {
                0 => ProcessBuilder.Message("m"),
                1 => ProcessBuilder.After("PT6H", choice.Pick(Policies.All)),
                2 => interrupting ? ProcessBuilder.Error() : ProcessBuilder.Every("R2/PT7H", choice.Pick(Policies.All)),
                _ => ProcessBuilder.At("=due"),
            }, interrupting);
            var (first, last) = Sequence(inner);
            inner.Flow(start, first).Flow(last, end).End(end);
        });
    }

    /// <summary>A scope of its own: a start event, a sequence, an end event.</summary>
    public void Inside(ProcessBuilder scope)
    {
        var (start, end) = (Name("start"), Name("end"));
        scope.Start(start);
        var (first, last) = Sequence(scope);
        scope.Flow(start, first);
        scope.End(end);
        scope.Flow(last, end);
    }
}
