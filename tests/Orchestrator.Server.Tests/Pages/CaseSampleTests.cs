using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Tests.Deadlines;

namespace Orchestrator.Server.Tests.Pages;

/// <summary>An auditor's start page: cases that nobody chose, and whether everything was sealed.</summary>
[NonParallelizable]
internal sealed class CaseSampleTests
{
    private static readonly ActingUser s_ada = new("ada", "Ada Audit", [], [Roles.Auditor]);
    private static readonly ActingUser s_bice = new("bice", "Bice Audit", [], [Roles.Auditor]);

    [Test]
    public async Task Five_cases_are_drawn_the_same_all_day_others_for_a_colleague_and_tomorrow()
    {
        await using var office = await TermOffice.OpenAsync();
        for (var number = 1; number <= 40; number++) await office.BeginAsync($"CASE-{number}", days: 200);

        var drawn = await DrawAsync(office, s_ada);
        Assert.That(drawn, Has.Count.EqualTo(CaseSample.SizeMax).And.Unique);
        Assert.That(await DrawAsync(office, s_ada), Is.EqualTo(drawn));
        Assert.That(await DrawAsync(office, s_bice), Is.Not.EqualTo(drawn));
        office.Clock.Set(office.Clock.GetUtcNow().AddDays(1));
        Assert.That(await DrawAsync(office, s_ada), Is.Not.EqualTo(drawn));
    }

    [Test]
    public async Task Where_there_are_few_each_is_drawn_once_and_nobody_but_an_auditor_is_told()
    {
        await using var office = await TermOffice.OpenAsync();
        Assert.That((await office.AskAsync(client => client.Cases.SampleAsync(s_ada, CancellationToken.None))).Cases, Is.Empty);
        for (var number = 1; number <= 3; number++) await office.BeginAsync($"CASE-{number}", days: 200);
        Assert.That(await DrawAsync(office, s_ada), Is.EquivalentTo(new[] { "CASE-1", "CASE-2", "CASE-3" }));

        await using var scope = office.Server.Services.CreateAsyncScope();
        var refused = await scope.ServiceProvider.GetRequiredService<IOrchestratorClient>().Cases.SampleAsync(TermOffice.Clerk, CancellationToken.None);
        Assert.That(refused.Refusal?.Kind, Is.EqualTo(RefusalKind.NotAllowed));
    }

    [Test]
    public async Task A_damaged_file_of_seals_is_told_and_the_cases_are_drawn_all_the_same()
    {
        await using var office = await TermOffice.OpenAsync();
        await office.BeginAsync("CASE-1", days: 200);
        var file = office.Service<Places>().SealFile;
        var whole = await File.ReadAllTextAsync(file);
        Assert.That((await office.AskAsync(client => client.Cases.SampleAsync(s_ada, CancellationToken.None))).LastSealAt, Is.Not.Null);

        foreach (var damaged in (string[])["", "not a checkpoint\n" + whole[whole.LastIndexOf("signature", StringComparison.Ordinal)..]])
        {
            await File.WriteAllTextAsync(file, damaged);
            var sample = await office.AskAsync(client => client.Cases.SampleAsync(s_ada, CancellationToken.None));
            Assert.That((sample.LastSealAt, sample.Cases.Count), Is.EqualTo(((DateTimeOffset?)null, 1)));
            Assert.That(sample.SealsBroken, Does.Contain("checkpoint"));
        }
        // As the program found it: when it stops, it seals.
        await File.WriteAllTextAsync(file, whole);
    }

    private static async Task<List<string>> DrawAsync(TermOffice office, ActingUser auditor) =>
        [.. (await office.AskAsync(client => client.Cases.SampleAsync(auditor, CancellationToken.None))).Cases.Select(one => one.Case.BusinessKey!)];
}
