namespace Orchestrator.Server.Tests.Kill;

/// <summary>
/// Nobody plans the meeting: reminders go out, the term passes, the steering group gets one task. Server, broker or agency is killed on the way; afterwards everything
/// is as in the run in which nothing was killed.
/// </summary>
[Category("Long")]
[Parallelizable(ParallelScope.Children)]
internal sealed class TermKillTests : KillTests
{
    private (IReadOnlyList<string> Mails, IReadOnlyDictionary<string, int> Story) _undisturbed;

    [OneTimeSetUp]
    public Task SeeWhatHappensWhenNothingIsKilled() => RunAsync(new(ServerDatabase.Sqlite, KillPlans.Seed, 0, false, []), async stage =>
    {
        _undisturbed = (stage.Mails, await StoryAsync(stage));
        Assert.That(_undisturbed.Mails.Count(mail => mail.Contains("regione-director", StringComparison.Ordinal)), Is.EqualTo(1), "mails to the director");
        Assert.That(_undisturbed.Story["timer-fired presentation-term"], Is.EqualTo(1), "the term in the history");
    });

    [TestCaseSource(typeof(KillPlans), nameof(KillPlans.OfTheTerm))]
    public Task Everything_happens_once(KillPlan plan) => RunAsync(plan, async stage =>
    {
        var story = await StoryAsync(stage);
        Assert.Multiple(() =>
        {
            Assert.That(stage.Mails, Is.EqualTo(_undisturbed.Mails), "mails in the spool");
            Assert.That(story, Is.EquivalentTo(_undisturbed.Story), "what the history tells");
        });
        await ExpectAsync(stage, 1, "SELECT count(*) FROM engine_tasks WHERE element = 'presentation-late'");
        await ExpectAsync(stage, 1, "SELECT count(*) FROM engine_instances WHERE process_id = 'ma4-delivery'");
        await ExpectAsync(stage, 1, "SELECT count(*) FROM cases_agreements");
        await ExpectAsync(stage, 0, "SELECT count(*) FROM engine_incidents");
        using var cabina = Client(stage, "cabina");
        var found = await JsonAsync(cabina, "/v2/user-tasks/search", new { filter = new { elementId = "presentation-late" } });
        Assert.That(found.GetProperty("items").GetArrayLength(), Is.EqualTo(1), "escalation tasks in the inbox of the steering group");
    });

    private async Task RunAsync(KillPlan plan, Func<KillStage, Task> check) =>
        await OnAsync(await StageAsync(plan.Database, KillPlans.SecondsPerDay), async stage =>
        {
            if (!plan.FromStart) await stage.UntilCountAsync("the terms run", "SELECT count(*) FROM engine_timers WHERE element = 'presentation-term'", 1);
            await stage.StrikeAsync(plan.Strikes);
            await stage.UntilCountAsync("the escalation task is open", "SELECT count(*) FROM engine_tasks WHERE element = 'presentation-late'", 1);
            await stage.UntilCountAsync(
                "nothing is left to send, to do or to tell", "SELECT (SELECT count(*) FROM engine_outbox) + (SELECT count(*) FROM engine_jobs) + (SELECT count(*) FROM cases_notices)", 0);
            await stage.HistoryHoldsAsync();
            await stage.UntilServedAsync();
            await check(stage);
        });

    private static async Task ExpectAsync(KillStage stage, long expected, string sql) => Assert.That(await stage.Database.CountAsync(sql), Is.EqualTo(expected), sql);
}
