using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>Versions that start nothing: the retirement and the start subscriptions change together, over the deployment that was looked at.</summary>
public abstract partial class StoreConformance
{
    private static readonly DefinitionKey s_version = new(100);

    private static Retirement Retirement(long definition = 100, string reason = "Perché sì.") => new(new(definition), Sample.At, "ada", reason, null);

    private static DefinitionStarts Starts(long definition = 100) => new(
        [new("intake", new(definition), "start", "Paid")], [new("intake", new(definition), "start", Sample.At.AddDays(3), "R5/P1D", 5)]);

    private async Task<int> StartsAsync() =>
        (await Storage.Messages.FindCorrelationsAsync(null, Sample.At, 10, None)).Count + (await Storage.Deployments.StartTimersAsync(None)).Count;

    [Test]
    public async Task A_retired_version_has_no_starts_until_it_is_taken_back_and_both_are_kept()
    {
        await DeployAsync(1, "intake", 100, messageStart: "Paid", timerStart: Sample.At);
        await Storage.Messages.PublishAsync(Sample.Message(77), None);
        Assert.That(await StartsAsync(), Is.EqualTo(2));

        Assert.That(await Storage.Deployments.RetireAsync(Retirement(), 1, None), Is.True);
        Assert.That(await StartsAsync(), Is.Zero);
        Assert.That(await Storage.Deployments.RetirementsAsync(None), Is.EqualTo(new[] { Retirement() }));

        var back = new TakenBack(Sample.At.AddDays(2), "grace");
        Assert.That(await Storage.Deployments.TakeBackAsync(s_version, back, Starts(), 1, None), Is.True);
        Assert.That(await StartsAsync(), Is.EqualTo(2));
        Assert.That(await Storage.Deployments.RetireAsync(Retirement(reason: "Ancora."), 1, None), Is.True);
        Assert.That(await Storage.Deployments.RetirementsAsync(None), Is.EqualTo(new[] { Retirement() with { TakenBack = back }, Retirement(reason: "Ancora.") }));
    }

    [Test]
    public async Task What_was_decided_over_an_older_deployment_or_twice_writes_nothing()
    {
        await DeployAsync(1, "intake", 100, messageStart: "Paid");
        await DeployAsync(2, "other", 200);

        Assert.That(await Storage.Deployments.RetireAsync(Retirement(), 1, None), Is.False);
        Assert.That(await Storage.Deployments.TakeBackAsync(s_version, new(Sample.At, "ada"), DefinitionStarts.None, 2, None), Is.False);
        Assert.That(await Storage.Deployments.RetirementsAsync(None), Is.Empty);
        Assert.That(await Storage.Deployments.RetireAsync(Retirement(), 2, None), Is.True);
        Assert.That(await Storage.Deployments.RetireAsync(Retirement(), 2, None), Is.False);
        Assert.That(await Storage.Deployments.TakeBackAsync(s_version, new(Sample.At, "ada"), Starts(), 1, None), Is.False);
        Assert.That(await Storage.Deployments.RetirementsAsync(None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_same_file_in_a_later_deployment_stays_retired_unless_it_is_published_by_name()
    {
        await DeployAsync(1, "intake", 100, messageStart: "Paid");
        await Storage.Messages.PublishAsync(Sample.Message(77), None);
        await Storage.Deployments.RetireAsync(Retirement(), 1, None);

        await SaveAsync(2, 200, "content-1", keeps: true);
        Assert.That(await Storage.Deployments.RetirementsAsync(None), Is.EqualTo(new[] { Retirement(), Retirement(200) }));
        Assert.That(await StartsAsync(), Is.Zero);

        await SaveAsync(3, 300, "content-1", keeps: false);
        Assert.That(await Storage.Deployments.RetirementsAsync(None), Has.Count.EqualTo(2));
        Assert.That(await StartsAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_many_who_retire_and_deploy_at_once_each_sees_what_the_others_did()
    {
        await DeployAsync(1, "intake", 100, messageStart: "Paid");
        await Storage.Messages.PublishAsync(Sample.Message(77), None);
        await Storage.Deployments.RetireAsync(Retirement(), 1, None);

        var taken = Enumerable.Range(0, 4).Select(_ => Storage.Deployments.TakeBackAsync(s_version, new(Sample.At, "ada"), Starts(), 1, None)).ToList();
        await Task.WhenAll([.. taken, SaveAsync(2, 200, "content-2", keeps: true)]);

        Assert.That(taken.Count(one => one.Result), Is.LessThanOrEqualTo(1));
        Assert.That((await Storage.Messages.FindCorrelationsAsync(null, Sample.At, 10, None)).Select(found => found.Start!.Definition.Value), Is.EqualTo(new[] { 200L }), "only the latest starts");
    }

    private Task<SavedDeployment?> SaveAsync(long key, long definition, string content, bool keeps)
    {
        var made = New(key, "intake", definition, "Paid");
        return Storage.Deployments.SaveAsync(made with { Definitions = [made.Definitions[0] with { ContentHash = content, KeepsRetirement = keeps }] }, None);
    }
}
