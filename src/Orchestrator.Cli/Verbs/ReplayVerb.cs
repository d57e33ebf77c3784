using System.Globalization;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Cli.Verbs;

/// <summary>Prints the state of an instance at any position of its history.</summary>
internal static class ReplayVerb
{
    private const string At = "--at";

    public static readonly Verb Verb = new("replay", "INSTANCE [--at N]", "Replays an instance from its history and prints what stood at a position.",
        [new(At, "N", "The position: events are counted from 1; the last one when it is missing."), .. OpenDatabase.Options], RunAsync)
    {
        Details = "INSTANCE is a process instance key or a business key. Values of variables are not printed for names that a definition marks as personal.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var wanted = arguments.Single("an instance");
        var at = arguments.Number(At);
        await using var database = await OpenDatabase.OpenAsync(arguments, terminal, cancellation);
        var node = database.Runtime.Node;
        var instance = await FindAsync(node, wanted, cancellation) ?? throw new UsageException($"Expected an instance {wanted}, but there is none.");
        var last = (await node.Instances.StateAsync(instance))!.Version;
        var position = at ?? last;
        if (position < 1 || position > last) throw new UsageException($"Expected a position from 1 to {last}, but it is {position}.");
        var state = (await node.History.StateAtAsync(instance, position, cancellation))!;
        var happened = (await node.History.PageAsync(instance, position - 1, 1, cancellation))[0];
        terminal.Out.WriteLine($"instance {ScopeKey.RootOf(instance)} {state.ProcessId} {state.BusinessKey}".TrimEnd());
        terminal.Out.WriteLine($"position {position} of {last}: {happened.Event.GetType().Name} {happened.Element} at {happened.At.ToString("O", CultureInfo.InvariantCulture)} by {happened.Actor}");
        await PrintAsync(node, state, terminal);
        return ExitCode.Fine;
    }

    private static async Task PrintAsync(EngineNode node, InstanceState state, Terminal terminal)
    {
        terminal.Out.WriteLine(state.Outcome is { } outcome ? $"ended: {outcome}" : "running");
        foreach (var element in state.Elements.Values)
        {
            terminal.Out.WriteLine($"  {element.Key} {element.Type} {element.Element} {element.Status}");
            var personal = (await node.Definitions.FindAsync(element.Definition))?.Graph.PersonalVariables ?? [];
            foreach (var (name, value) in element.Variables.Entries)
                terminal.Out.WriteLine($"    {name} = {(personal.Contains(name) ? "(personal)" : FeelJson.Write(value))}");
        }
        foreach (var timer in state.Timers.Values) terminal.Out.WriteLine($"  timer {timer.Element} due {timer.DueAt.ToString("O", CultureInfo.InvariantCulture)}");
        foreach (var open in state.Subscriptions.Values) terminal.Out.WriteLine($"  waits for {open.MessageName} {open.CorrelationKey}");
        foreach (var incident in state.Incidents.Values) terminal.Out.WriteLine($"  incident {incident.Kind}: {incident.Message}");
    }

    private static async Task<InstanceId?> FindAsync(EngineNode node, string wanted, CancellationToken cancellation)
    {
        if (long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            return (await node.Queries.InstanceAsync(new ScopeKey(key).Instance, cancellation))?.Instance;
        var page = await node.Queries.InstancesAsync(new InstanceQuery { BusinessKey = wanted, Page = new(0, 2) }, cancellation);
        return page.Items switch
        {
            [var only] => only.Instance,
            [] => null,
            _ => throw new UsageException($"Expected one instance of {wanted}, but there are several: name the process instance key."),
        };
    }
}
