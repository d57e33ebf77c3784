using System.Collections.Immutable;
using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>
/// What an event rests on. Conditions and decisions are told as they were recorded; where a date comes from is told by the expression and the values that it read then. Personal
/// variables are not told. Only the steps of a count are worked out anew, and left away when they give anything but what was recorded.
/// </summary>
internal sealed class WhyReader(DefinitionCatalog definitions, FeelWorld world)
{
    /// <summary>True for events about which <see cref="OfAsync"/> has something to say.</summary>
    public static bool Has(InstanceEvent happened) =>
        happened is InstanceEvent.ConditionsEvaluated or InstanceEvent.DecisionEvaluated or InstanceEvent.TimerArmed or InstanceEvent.UserTaskCreated;

    /// <param name="state">The state after the event.</param>
    public async Task<WhyView?> OfAsync(HistoryEvent entry, InstanceState state)
    {
        if (!Has(entry.Event) || entry.Definition is not { } key || await definitions.FindAsync(key) is not { Graph: var graph }) return null;
        var shown = new Shown(graph.PersonalVariables);
        return entry.Event switch
        {
            InstanceEvent.ConditionsEvaluated tried => new WhyView { Ways = Ways(graph, tried, shown) },
            InstanceEvent.DecisionEvaluated decided => new WhyView { Decision = Told(decided, shown) },
            InstanceEvent.TimerArmed timer => new WhyView { Grounds = Grounds(graph, entry, timer, VisibleVariables.Of(state, timer.Host), shown) },
            InstanceEvent.UserTaskCreated task => new WhyView { Grounds = Grounds(graph, entry, task, VisibleVariables.Of(state, task.Scope), shown) },
            _ => null,
        };
    }

    private static List<WayTried> Ways(ProcessGraph graph, InstanceEvent.ConditionsEvaluated tried, Shown shown)
    {
        var ways = tried.Outcomes
            .Select(way => new WayTried(StoryTeller.WayOf(graph, graph.Flow(way.Flow)), way.Expression, shown.Values(way.Saw), way.Result, tried.Chosen.Contains(way.Flow))).ToList();
        // Chosen without a condition that was tried: the way for «otherwise».
        ways.AddRange(tried.Chosen.Where(flow => tried.Outcomes.All(way => way.Flow != flow))
            .Select(flow => new WayTried(StoryTeller.WayOf(graph, graph.Flow(flow)), "", [], null, true)));
        return ways;
    }

    private static DecisionTold Told(InstanceEvent.DecisionEvaluated decided, Shown shown)
    {
        var looks = decided.Decisions.SelectMany(decision => decision.Tables).Select(table => new LookTold(
            table.Name,
            [.. table.Inputs.Select(input => shown.Column(input))],
            [.. table.Matched.Select(rule => new RuleTold(rule.Rule, [.. rule.Annotations.Where(note => note.Length > 0)], null, null))
                .Concat(table.Unmatched.Select(rule => new RuleTold(rule.Rule, [], rule.Column, rule.Cell))).OrderBy(rule => rule.Number)])).ToList();
        var personal = decided.Decisions.Any(decision => decision.Inputs.Names.Any(shown.Hides));
        return new(decided.Decision.Name, decided.Decision.Version, personal ? null : FeelJson.Write(decided.Result), looks, decided.Failure);
    }

    private List<Ground> Grounds(ProcessGraph graph, HistoryEvent entry, InstanceEvent.TimerArmed timer, FeelContext variables, Shown shown)
    {
        var ground = new Ground(GroundKind.Instant, timer.Expression, shown.Values(Of(variables, timer.Reads)), FeelJson.Write(new FeelString(timer.DueAt.ToString("O", CultureInfo.InvariantCulture))));
        var parsed = FeelExpression.Parse(timer.Expression, new FeelNames(variables.Names)).Expression;
        return WithDerived([parsed is null ? ground : ground with { Steps = Counted(parsed, variables, entry.At, value => IsAt(value, timer.DueAt)) }], graph, timer.Reads, variables, entry.At, shown);
    }

    private List<Ground> Grounds(ProcessGraph graph, HistoryEvent entry, InstanceEvent.UserTaskCreated task, FeelContext variables, Shown shown)
    {
        if (entry.Element is not { } id || graph.Find(id) is not UserTaskNode node) return [];
        var grounds = new List<Ground>();
        var reads = new List<string>();
        Add(GroundKind.Assignee, node.Assignee, task.Assignee is { } assignee ? new FeelString(assignee) : null);
        Add(GroundKind.Groups, node.CandidateGroups ?? (node.Lane is { } lane ? new BpmnValue.Fixed(lane) : null), Texts(task.CandidateGroups));
        Add(GroundKind.Users, node.CandidateUsers, Texts(task.CandidateUsers));
        Add(GroundKind.DueDate, node.DueDate, Instant(task.DueAt), task.DueAt);
        Add(GroundKind.FollowUpDate, node.FollowUpDate, Instant(task.FollowUpAt), task.FollowUpAt);
        return WithDerived(grounds, graph, reads, variables, entry.At, shown);

        void Add(GroundKind kind, BpmnValue? source, FeelValue? gave, DateTimeOffset? at = null)
        {
            if (source is null || gave is null) return;
            if (source is not BpmnValue.Computed(var expression))
            {
                grounds.Add(new(kind, ((BpmnValue.Fixed)source).Text, [], FeelJson.Write(gave)));
                return;
            }
            reads.AddRange(expression.FreeNames);
            var hidden = expression.FreeNames.Any(shown.Hides) && at is null;
            grounds.Add(new(kind, expression.Text, shown.Values(Of(variables, expression.FreeNames)), hidden ? null : FeelJson.Write(gave))
            {
                Steps = at is { } due ? Counted(expression, variables, entry.At, value => IsAt(value, due)) : [],
            });
        }
    }

    // What a derived script made is told as well: a term is counted there, and the timer reads it.
    private List<Ground> WithDerived(List<Ground> grounds, ProcessGraph graph, IEnumerable<string> reads, FeelContext variables, DateTimeOffset at, Shown shown)
    {
        foreach (var name in reads.Distinct())
        {
            if (shown.Hides(name) || !variables.TryGet(name, out var value)) continue;
            if (graph.Nodes.OfType<ScriptTaskNode>().FirstOrDefault(node => node.Derived && node.ResultVariable == name) is not { Script: { } script }) continue;
            grounds.Add(new(GroundKind.Derived, script.Text, shown.Values(Of(variables, script.FreeNames)), FeelJson.Write(value))
            {
                Name = name, Steps = Counted(script, variables, at, again => FeelJson.Write(again) == FeelJson.Write(value)),
            });
        }
        return grounds;
    }

    private List<string> Counted(FeelExpression expression, FeelContext variables, DateTimeOffset at, Func<FeelValue, bool> isRecorded)
    {
        var (result, explanations) = expression.Explain(variables, world.At(at));
        if (explanations.IsEmpty || !isRecorded(result.Value)) return [];
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? FeelLanguage.English : FeelLanguage.Italian;
        return [.. explanations.SelectMany(one => one.Steps).Select(step => step.Text(language))];
    }

    private bool IsAt(FeelValue value, DateTimeOffset instant)
    {
        var text = FeelJson.Write(value).Trim('"');
        var zone = text.IndexOfAny(['@', '[']);
        if (zone > 0) text = text[..zone];
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return world.DayOf(instant) == day && world.DayOf(instant.AddTicks(-1)) == day.AddDays(-1);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local)) return false;
        return local.Kind == DateTimeKind.Unspecified
            ? TimeZoneInfo.ConvertTime(instant, world.Zone).DateTime == local
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) == instant;
    }

    private static FeelContext Of(FeelContext variables, IEnumerable<string> names) =>
        FeelContext.Of([.. names.Distinct().Where(name => variables.TryGet(name, out _)).Select(name => (name, variables[name]))]);

    private static FeelString? Instant(DateTimeOffset? at) => at is { } instant ? new(instant.ToString("O", CultureInfo.InvariantCulture)) : null;

    private static FeelList? Texts(ImmutableArray<string> texts) => texts.IsEmpty ? null : new(texts.Select(FeelValue (text) => new FeelString(text)).ToImmutableArray());

    /// <summary>What may be shown of values: personal ones keep their name only.</summary>
    private sealed class Shown(ImmutableHashSet<string> personal)
    {
        public bool Hides(string name) => personal.Contains(name);

        public IReadOnlyList<ValueSeen> Values(FeelContext values) => [.. values.Entries.Select(entry => new ValueSeen(entry.Key, Hides(entry.Key) ? null : FeelJson.Write(entry.Value)))];

        // A column is called as its author liked, or by its expression: one that names a personal variable is hidden.
        public ValueSeen Column(ColumnValue column) => new(column.Label, personal.Any(name => column.Label.Contains(name, StringComparison.OrdinalIgnoreCase)) ? null : FeelJson.Write(column.Value));
    }
}
