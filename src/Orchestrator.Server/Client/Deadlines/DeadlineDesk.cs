using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Timers;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>Deadlines for the pages.</summary>
internal sealed class DeadlineDesk(
    IQueries queries, TimerForecast forecast, TermElements elements, DeadlineViews views, DeadlineScope scope, Escalations escalations, FeelWorld world, TimeProvider time) : IDeadlines
{
    private const int LimitMax = 200;

    // More than this in a calendar are counted, not named.
    private const int NamedMax = 200;

    // Cases that one forecast looks at, and the rows of their timers that are read at once.
    private const int CasesMax = 1_000;
    private const int TimersAtOnce = 1_000;

    public async Task<Outcome<DeadlinePage>> ListAsync(ActingUser user, DeadlineQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        if (DeadlineScope.WhyNotOf(query.Group, query.Person) is { } both) return both;
        var choices = await scope.ChoicesAsync(user, cancellation);
        if (await DueOfAsync(user, query) is not { } due) return new DeadlinePage([], false, choices);
        var page = await queries.DueAsync(due with { Page = new(query.Offset, query.Limit) }, cancellation);
        return new DeadlinePage(await views.OfAsync(user, page.Items, cancellation), page.HasMore, choices);
    }

    public async Task<Outcome<DeadlineCalendar>> CalendarAsync(ActingUser user, DeadlineQuery query, CancellationToken cancellation)
    {
        if (query is not { From: { } from, To: { } to } || to < from || to.DayNumber - from.DayNumber >= DeadlineCalendar.DaysMax)
            return new Refusal(RefusalKind.Invalid, "Invalid", $"Expected a first and a last day, at most {DeadlineCalendar.DaysMax} days, but found {query.From} and {query.To}.");
        if (DeadlineScope.WhyNotOf(query.Group, query.Person) is { } both) return both;
        var choices = await scope.ChoicesAsync(user, cancellation);
        if (await DueOfAsync(user, query) is not { } due) return new DeadlineCalendar([.. DaysOf(from, to, [], [])], 0, true, choices);
        var page = await queries.DueAsync(due with { Page = new(0, NamedMax) }, cancellation);
        IReadOnlyList<DueMark> marks = page.HasMore ? await queries.DueMarksAsync(due, cancellation) : [.. page.Items.Select(row => new DueMark(row.Kind, row.DueAt))];
        if (page.HasMore) return new DeadlineCalendar([.. DaysOf(from, to, marks, [])], marks.Count, false, choices);
        return new DeadlineCalendar([.. DaysOf(from, to, marks, await views.OfAsync(user, page.Items, cancellation))], marks.Count, true, choices);
    }

    public async Task<Outcome<DeadlineForecast>> ForecastAsync(ActingUser user, ForecastQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        if (DeadlineScope.WhyNotOf(query.Group, query.Person) is { } both) return both;
        if (query.Days is < 1 or > ForecastQuery.DaysMax)
            return new Refusal(RefusalKind.Invalid, "Invalid", $"Expected from 1 to {ForecastQuery.DaysMax} days, but found {query.Days}.");
        var choices = await scope.ChoicesAsync(user, cancellation);
        // A term of the last day passes at the midnight that ends it.
        var until = world.Midnight(world.Today().AddDays(query.Days + 1));
        if (!SeesCases(user)) return new DeadlineForecast([], 0, until, 0, true, choices);
        var (cases, complete) = await CasesAsync(user, query, until, cancellation);
        var missed = new List<ForeseenFiring>();
        foreach (var instance in cases)
            foreach (var firing in await forecast.OfAsync(instance, until))
                if (await elements.IsTermAsync(firing.Process.Definition, firing.Timer.Element)) missed.Add(firing);
        var page = missed.OrderBy(firing => firing.At).ThenBy(firing => firing.Timer.Key).Skip(query.Offset).Take(query.Limit).ToList();
        return new DeadlineForecast(await views.OfAsync(page, cancellation), missed.Count, until, cases.Count, complete, choices);
    }

    public Task<Outcome<EscalationPage>> EscalationsAsync(ActingUser user, int offset, int limit, CancellationToken cancellation) => escalations.ListAsync(user, offset, limit, cancellation);

    public Task<Outcome<EscalationLadder>> LadderAsync(ActingUser user, long taskKey, CancellationToken cancellation) => escalations.LadderAsync(user, taskKey, cancellation);

    private static bool SeesCases(ActingUser user) => CaseRights.SeesAllCases(user) || user.Has(Roles.Operator);

    // Null when there is nothing that the user may see.
    private async Task<DueQuery?> DueOfAsync(ActingUser user, DeadlineQuery query)
    {
        var terms = query.Kind != DeadlineKind.Task && SeesCases(user);
        var tasks = query.Kind != DeadlineKind.Term && CaseRights.SeesTasks(user);
        if (!terms && !tasks) return null;
        var before = query.To is { } to ? world.AfterDue(to) : (DateTimeOffset?)null;
        var now = time.GetUtcNow();
        return new DueQuery
        {
            TermElements = terms ? await elements.IdsAsync() : [],
            Tasks = tasks,
            DueFrom = query.From is { } from ? world.FirstDue(from) : null,
            DueBefore = query.Overdue && (before is null || now < before) ? now : before,
            TasksOf = CaseRights.TasksOf(user),
            CasesOf = CaseRights.CasesOf(user),
            Of = DeadlineScope.Of(query.Group, query.Person),
        };
    }

    // Any timer counts, not only terms: one that fires may arm a term, or end what another one sits on.
    private async Task<(IReadOnlyList<InstanceId> Cases, bool Complete)> CasesAsync(ActingUser user, ForecastQuery query, DateTimeOffset until, CancellationToken cancellation)
    {
        var cases = new List<InstanceId>();
        var known = new HashSet<InstanceId>();
        for (var offset = 0; ; offset += TimersAtOnce)
        {
            var page = await queries.TimersAsync(
                new TimerQuery { DueBefore = until.AddTicks(10), VisibleTo = CaseRights.CasesOf(user), Of = DeadlineScope.Of(query.Group, query.Person), Page = new(offset, TimersAtOnce) }, cancellation);
            foreach (var row in page.Items)
            {
                if (!known.Add(row.Instance)) continue;
                if (cases.Count == CasesMax) return (cases, false);
                cases.Add(row.Instance);
            }
            if (!page.HasMore) return (cases, true);
        }
    }

    private IEnumerable<DeadlineDay> DaysOf(DateOnly from, DateOnly to, IReadOnlyList<DueMark> marks, IReadOnlyList<DeadlineView> named)
    {
        var counted = marks.ToLookup(mark => world.DueDay(mark.DueAt), mark => mark.Kind);
        var known = named.ToLookup(view => view.Day);
        for (var day = from; day <= to; day = day.AddDays(1))
            yield return new(day, counted[day].Count(kind => kind == DueKind.Term), counted[day].Count(kind => kind == DueKind.Task), [.. known[day]]) { Holiday = world.WhyOff(day) };
    }
}
