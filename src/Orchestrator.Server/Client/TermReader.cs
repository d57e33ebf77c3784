using System.Collections.Immutable;
using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Server.Client;

/// <summary>
/// The terms of a case with both their dates: what definitions declare as <c>orch:deadline</c>, out of variables and timers. Each process of the case has its own: those that it
/// called stand beside its own, and two of one definition (two agreements of a crisis) are told apart by their agreement.
/// </summary>
internal sealed class TermReader(DefinitionCatalog definitions, HistoryService history, IQueries queries, FeelWorld world)
{
    private const int PageEvents = 1_000;
    private const int CalledMax = 200;
    private const string Agreement = "agreement";

    /// <summary>All terms, the nearest first. Reads the history once, and only when a term runs no more.</summary>
    public async Task<IReadOnlyList<TermView>> OfAsync(InstanceState state, CancellationToken cancellation)
    {
        var terms = await NeedsHistoryAsync(state, cancellation) ? await OutOfHistoryAsync(state, cancellation) : await RunningAsync(state);
        return [.. Told(terms).OrderBy(term => term.LastUsefulDay)];
    }

    /// <summary>The nearest running term, without reading history.</summary>
    public async Task<TermView?> NextAsync(InstanceState state) => (await RunningAsync(state)).Select(owned => owned.Term).MinBy(term => term.LastUsefulDay);

    /// <summary>The terms that given facts lead to today, by the scripts of the definition that derive them.</summary>
    public IReadOnlyList<TermView> Preview(ProcessGraph graph, FeelContext facts)
    {
        var known = facts;
        foreach (var script in graph.Nodes.OfType<ScriptTaskNode>().Where(node => node is { Derived: true, Script: not null, ResultVariable: not null }))
            known = known.With(FeelContext.Of((script.ResultVariable!, script.Script!.Evaluate(known, world.Now()).Value)));
        return [.. graph.Deadlines.Select(deadline => Dated(deadline, known)).OfType<TermView>().OrderBy(term => term.LastUsefulDay)];
    }

    /// <summary>Both dates of a term that runs, out of the variables of its process; null when they do not say them.</summary>
    public TermView? Running(Deadline deadline, FeelContext variables) => Dated(deadline, variables) is { } term ? term with { State = TermState.Running } : null;

    /// <summary>The agreement that a process with these variables is about, or null.</summary>
    public static string? AgreementOf(FeelContext variables) => variables.TryGet(Agreement, out var value) && value is FeelString text ? text.Value : null;

    private TermView? Dated(Deadline deadline, FeelContext variables)
    {
        var last = DayOf(variables, deadline.LastVariable) ?? DayOf(variables, deadline.StrictVariable);
        var strict = DayOf(variables, deadline.StrictVariable) ?? last;
        if (last is not { } lastDay || strict is not { } strictDay) return null;
        return new TermView(deadline.Label, strictDay, lastDay, lastDay < world.Today() ? TermState.Expired : TermState.Running)
        {
            MovedBecause = WorkingDays.WhyMoved(strictDay, lastDay, world.Calendars),
            ElementId = deadline.Timer.Value,
            Law = deadline.Law,
            WorkingDaysLeft = WorkingDays.Until(lastDay, world.Today(), world.Calendars),
        };
    }

    private async Task<List<OwnedTerm>> RunningAsync(InstanceState state)
    {
        var terms = new List<OwnedTerm>();
        foreach (var process in ProcessesOf(state))
            foreach (var deadline in await DeadlinesAsync(process.Definition))
                if (Runs(deadline, process.Key, state) && Dated(deadline, process.Variables) is { } term) terms.Add(new(AgreementOf(process.Variables), term with { State = TermState.Running }));
        return terms;
    }

    // A term of a living process that does not run was met or has expired; a called process that has ended may have had terms.
    private async Task<bool> NeedsHistoryAsync(InstanceState state, CancellationToken cancellation)
    {
        foreach (var process in ProcessesOf(state))
            if ((await DeadlinesAsync(process.Definition)).Any(deadline => !Runs(deadline, process.Key, state))) return true;
        if (state.Outcome is not null && !(await DeadlinesAsync(state.Definition)).IsEmpty) return true;
        var called = await queries.ProcessScopesAsync(new() { Instance = state.Id, Page = new(0, CalledMax) }, cancellation);
        // More than one page of them: the history is read rather than all rows.
        if (called.Total > called.Items.Count) return true;
        foreach (var row in called.Items.Where(row => row.State != InstanceRowState.Active).DistinctBy(row => row.Definition))
            if (!(await DeadlinesAsync(row.Definition)).IsEmpty) return true;
        return false;
    }

    private async Task<List<OwnedTerm>> OutOfHistoryAsync(InstanceState state, CancellationToken cancellation)
    {
        var told = new TermHistory();
        for (long after = 0; await history.PageAsync(state.Id, after, PageEvents, cancellation) is { Count: > 0 } page; after = page[^1].Position)
            foreach (var entry in page) told.Add(state.Id, entry);
        var terms = new List<OwnedTerm>();
        foreach (var process in told.Processes)
        {
            var variables = state.Elements.GetValueOrDefault(process.Key)?.Variables ?? process.Variables;
            foreach (var deadline in await DeadlinesAsync(process.Definition))
            {
                if (Dated(deadline, variables) is not { } term) continue;
                var now = Runs(deadline, process.Key, state) ? TermState.Running
                    : told.HasFired(process.Key, deadline.Timer) ? TermState.Expired
                    : process.Terminated ? TermState.Withdrawn : TermState.Met;
                terms.Add(new(AgreementOf(variables), term with { State = now, WorkingDaysLeft = now == TermState.Running ? term.WorkingDaysLeft : null }));
            }
        }
        return terms;
    }

    private async Task<ImmutableArray<Deadline>> DeadlinesAsync(DefinitionKey definition) => (await definitions.FindAsync(definition))?.Graph.Deadlines ?? [];

    private static IEnumerable<ElementInstance> ProcessesOf(InstanceState state) => state.Elements.Values.Where(element => element.Type == ElementType.Process);

    private static bool Runs(Deadline deadline, ScopeKey process, InstanceState state) =>
        state.Timers.Values.Any(timer => timer.Element == deadline.Timer && ProcessOf(timer.Host, state) == process);

    private static ScopeKey? ProcessOf(ScopeKey host, InstanceState state)
    {
        ScopeKey? at = host;
        while (at is { } key && state.Elements.TryGetValue(key, out var element))
        {
            if (element.Type == ElementType.Process) return key;
            at = element.Parent;
        }
        return null;
    }

    private static IEnumerable<TermView> Told(List<OwnedTerm> terms)
    {
        var several = terms.GroupBy(owned => owned.Term.Name).Where(group => group.Select(owned => owned.Agreement).Distinct().Count() > 1).Select(group => group.Key).ToHashSet();
        return terms.Select(owned => owned.Agreement is { } agreement && several.Contains(owned.Term.Name) ? owned.Term with { Name = $"{owned.Term.Name} ({agreement})" } : owned.Term);
    }

    // "terms.presentationLastDay": a path of names; the value is a date or its ISO text.
    private static DateOnly? DayOf(FeelContext variables, string? path)
    {
        if (path is null) return null;
        FeelValue value = variables;
        foreach (var name in path.Split('.'))
            if (value is not FeelContext context || !context.TryGet(name, out value!)) return null;
        var text = value is FeelString written ? written.Value : FeelJson.Write(value).Trim('"');
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private sealed record OwnedTerm(string? Agreement, TermView Term);
}
