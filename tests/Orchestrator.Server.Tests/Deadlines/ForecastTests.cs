using Orchestrator.Contracts.Client;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Tests.Deadlines;

/// <summary>The early warning says what will happen: it lists the terms that pass when the clock goes on and nobody does anything, and no others.</summary>
[Category("Slow")]
internal sealed class ForecastTests
{
    private const int Cases = 300;
    private const int Days = 30;

    private static readonly Dictionary<string, string> s_elements = new() { ["Istruttoria"] = "term", ["Verifica"] = "check-term" };

    [Test]
    public async Task With_300_open_cases_it_lists_exactly_those_whose_terms_pass_when_the_clock_is_then_advanced()
    {
        await using var office = await TermOffice.OpenAsync();
        var instances = new List<InstanceId>();
        // Terms of 5 to 64 days; every third case is withdrawn somewhere between the second and the fiftieth day, often before its term.
        for (var i = 0; i < Cases; i++) instances.Add(await office.BeginAsync($"CASE-{i}", days: 5 + i % 60, withdrawnAfter: i % 3 == 0 ? 2 + i * 7 % 49 : 300));

        var warned = await WarnedAsync(office, Days);
        var first = await office.AskAsync(client => client.Deadlines.ForecastAsync(TermOffice.Supervisor, new(Days, 0, 200), CancellationToken.None));
        await TimeAsync(office);
        await office.AdvanceAsync(first.Until);
        var missed = new List<string>();
        foreach (var instance in instances)
            missed.AddRange((await office.FiredAsync(instance, "term", "check-term")).Select(element => $"{ScopeKey.RootOf(instance)} {element}"));

        Assert.That(first.Complete, Is.True);
        Assert.That(missed.Count(one => one.EndsWith(" check-term", StringComparison.Ordinal)), Is.GreaterThan(10), "terms that were not armed when the warning was given");
        Assert.That(missed, Has.Count.GreaterThan(80).And.Count.LessThan(Cases));
        Assert.That(warned, Is.EquivalentTo(missed));
    }

    [Test]
    public async Task What_somebody_does_after_the_warning_is_not_foreseen_and_what_was_done_before_it_is()
    {
        await using var office = await TermOffice.OpenAsync();
        await office.BeginAsync("DONE", days: 5);
        var open = await office.BeginAsync("OPEN", days: 5);
        var task = (await office.AskAsync(client => client.Inbox.ListAsync(TermOffice.Clerk, new(InboxTab.Groups, "DONE", 0, 10), CancellationToken.None))).Tasks.Single();
        task = await office.AskAsync(client => client.Inbox.ClaimAsync(TermOffice.Clerk, new(Guid.NewGuid(), task.TaskKey, task.Version), CancellationToken.None));
        Assert.That(await WarnedAsync(office, Days), Has.Count.EqualTo(2));

        await office.AskAsync(client => client.Inbox.CompleteAsync(TermOffice.Clerk, new(Guid.NewGuid(), task.TaskKey, task.Version), "{}", CancellationToken.None));

        Assert.That(await WarnedAsync(office, Days), Is.EqualTo(new[] { $"{ScopeKey.RootOf(open)} term" }));
    }

    [Test]
    public async Task A_warning_tells_both_dates_and_how_they_were_counted()
    {
        await using var office = await TermOffice.OpenAsync();
        // Monday 2 March and 34 days is Sunday 5 April 2026, Easter; Monday is a holiday too.
        await office.BeginAsync("EASTER", days: 34);

        var warning = (await office.AskAsync(client => client.Deadlines.ForecastAsync(TermOffice.Supervisor, new(60, 0, 10), CancellationToken.None))).Deadlines.Single();

        Assert.That((warning.Name, warning.Day), Is.EqualTo(("Istruttoria", new DateOnly(2026, 4, 7))));
        Assert.That((warning.Term!.StrictDay, warning.Term.LastUsefulDay), Is.EqualTo((new DateOnly(2026, 4, 5), new DateOnly(2026, 4, 7))));
        Assert.That(warning.Reason!.Rule, Does.Contain("start of next day(date(terms.last))"));
        Assert.That(warning.Reason.Reads, Is.EquivalentTo(new[] { "signed", "days" }), "the facts behind the result that the timer read");
        Assert.That(warning.Reason.Steps.Single().Function, Is.EqualTo("term end"));
        Assert.That(warning.Reason.Steps.Single().Sentences, Has.Count.GreaterThan(2), "the script that the timer reads was explained");
    }

    [Test]
    public async Task The_last_day_looked_at_counts_whole_and_the_day_after_it_does_not()
    {
        await using var office = await TermOffice.OpenAsync();
        await office.BeginAsync("WEEK", days: 7);

        Assert.That(await WarnedAsync(office, 6), Is.Empty);
        Assert.That(await WarnedAsync(office, 7), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_operator_is_warned_of_the_cases_of_their_groups_alone()
    {
        await using var office = await TermOffice.OpenAsync();
        var mine = await office.BeginAsync("MINE", days: 5, office: "cpi:08");
        await office.BeginAsync("THEIRS", days: 5, office: "cpi:15");

        Assert.That(await WarnedAsync(office, Days, TermOffice.Clerk), Is.EqualTo(new[] { $"{ScopeKey.RootOf(mine)} term" }));
        Assert.That(await WarnedAsync(office, Days, TermOffice.Supervisor), Has.Count.EqualTo(2));
        var ofOffice = await office.AskAsync(client => client.Deadlines.ForecastAsync(TermOffice.Supervisor, new(Days, 0, 10) { Group = "cpi:15" }, CancellationToken.None));
        Assert.That(ofOffice.Deadlines.Select(one => one.Case.BusinessKey), Is.EqualTo(new[] { "THEIRS" }));
    }

    // What a page of 50 costs when the cases have not changed since the last look: told, not judged, since the machine is shared.
    private static async Task TimeAsync(TermOffice office)
    {
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var begun = System.Diagnostics.Stopwatch.GetTimestamp();
            await office.AskAsync(client => client.Deadlines.ForecastAsync(TermOffice.Supervisor, new(Days, 0, 50), CancellationToken.None));
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        times.Sort();
        await TestContext.Out.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Early warning over {Cases} cases: median {times[10]:0} ms, p95 {times[18]:0} ms"));
    }

    private static async Task<IReadOnlyList<string>> WarnedAsync(TermOffice office, int days, ActingUser? user = null)
    {
        var warned = new List<string>();
        for (var offset = 0; ; offset += 50)
        {
            var page = await office.AskAsync(client => client.Deadlines.ForecastAsync(user ?? TermOffice.Supervisor, new(days, offset, 50), CancellationToken.None));
            warned.AddRange(page.Deadlines.Select(one => $"{one.Case.InstanceKey} {s_elements[one.Name]}"));
            if (warned.Count >= page.Total) return warned;
        }
    }
}
