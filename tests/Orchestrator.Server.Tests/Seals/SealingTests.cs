using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestrator.Hosting;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Server.Tests.Seals;

/// <summary>A program that runs seals by itself: at start, by the clock, and after its last commit.</summary>
internal sealed class SealingTests
{
    private const int Sealed = 5101;
    private const int SealingFailed = 5102;

    private SealedOffice _office = null!;

    [SetUp]
    public void Make() => _office = new();

    [TearDown]
    public void Delete() => _office.Dispose();

    [Test]
    public async Task It_seals_at_start_and_after_the_last_commit()
    {
        using var log = new LogWatch();
        using var host = _office.Build(log);
        await host.StartAsync();
        await log.SeenAsync(Sealed, 1);
        var instance = await SealedOffice.StartInstanceAsync(host);
        await host.StopAsync();

        var checkpoints = SealFile.Read(_office.Checkpoints).Select(signed => signed.Checkpoint).ToList();
        Assert.That(checkpoints.Select(checkpoint => checkpoint.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(checkpoints[^1].Heads.Select(head => head.Instance), Is.EqualTo(new[] { instance.Number }));
        Assert.That(log.Count(SealingFailed), Is.Zero);
    }

    [Test]
    public async Task It_seals_again_whenever_the_interval_has_passed()
    {
        using var log = new LogWatch();
        using var host = _office.Build(log, ("Seals:Interval", "00:00:00.2"));
        await host.StartAsync();
        await log.SeenAsync(Sealed, 4);
        await host.StopAsync();

        Assert.That(SealFile.Read(_office.Checkpoints).Count(), Is.GreaterThanOrEqualTo(5));
    }

    [Test]
    public async Task A_seal_that_fails_is_logged_and_tried_again_soon()
    {
        Directory.CreateDirectory(_office.Data);
        await File.WriteAllTextAsync(_office.Checkpoints, "somebody wrote this\nsignature 00\n");
        using var log = new LogWatch();
        using var host = _office.Build(log, ("Seals:RetryAfter", "00:00:00.2"));
        await host.StartAsync();
        await log.SeenAsync(SealingFailed, 3);
        Assert.That(await File.ReadAllTextAsync(_office.Checkpoints), Does.StartWith("somebody wrote this"), "it is left as it is");

        File.Delete(_office.Checkpoints);
        await log.SeenAsync(Sealed, 1);
        await host.StopAsync();
    }

    [Test]
    public async Task A_node_that_is_told_not_to_seal_makes_no_file()
    {
        using var log = new LogWatch();
        using var host = _office.Build(log, ("Seals:Enabled", "false"));
        await host.StartAsync();
        await host.StopAsync();

        Assert.That((log.Count(Sealed), log.Count(SealingFailed), File.Exists(_office.Checkpoints)), Is.EqualTo((0, 0, false)));
    }

    [TestCase("Seals:Interval", "02:00:00")]
    [TestCase("Seals:Interval", "00:00:00")]
    [TestCase("Seals:RetryAfter", "1.00:00:00")]
    public void An_interval_of_more_than_an_hour_is_refused_at_start(string name, string value)
    {
        using var log = new LogWatch();
        Assert.That(() => _office.Build(log, (name, value)), Throws.InstanceOf<StartRefusedException>().With.Message.Contains(name));
    }

    [Test]
    public async Task Data_protection_keys_lie_encrypted_in_the_database_and_open_after_a_restart()
    {
        using var log = new LogWatch();
        string cookie;
        using (var host = _office.Build(log))
        {
            await host.StartAsync();
            cookie = Protector(host).Protect("ada");
            await host.StopAsync();
        }

        var stored = _office.Read("SELECT group_concat(xml) FROM identity_protection_keys");
        Assert.That(stored, Does.Contain("wrappedByMasterKey").And.Not.Contain("<masterKey ").And.Not.Contain("<value>"));
        using (var host = _office.Build(log))
        {
            await host.StartAsync();
            Assert.That(Protector(host).Unprotect(cookie), Is.EqualTo("ada"));
            await host.StopAsync();
        }
    }

    private static IDataProtector Protector(IHost host) => host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
