using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Bus;
using Orchestrator.Messaging.Queues;
using Orchestrator.Testing.Servers;
using RabbitMQ.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>With a broker the page of operations has its queues: a supervisor sees that an agency's program is away, and puts back what was set aside.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class BrokerTests(int width)
{
    [Test]
    public async Task What_was_set_aside_is_seen_and_put_back_with_the_keyboard_too()
    {
        if (RabbitMqServer.MissingReason is { } reason) Assert.Ignore(reason);
        await using var broker = await RabbitMqServer.StartAsync();
        await using var connection = await new ConnectionFactory { HostName = RabbitMqServer.Host, Port = broker.Port }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var queue = BusNames.JobsOf("apl");
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueDeclareAsync(queue + "_error", durable: true, exclusive: false, autoDelete: false);
        for (var number = 0; number < 2; number++) await channel.BasicPublishAsync("", queue + "_error", Encoding.UTF8.GetBytes("{}"));
        await using var house = await House.OpenAsync($"--Bus:Host={RabbitMqServer.Host}", $"--Bus:Port={broker.Port}");
        var watch = house.Services.GetRequiredService<QueueWatch>();
        await Stage.UntilAsync("both queues read", async () => (await watch.ReadAsync(CancellationToken.None)).Queues is { Count: 2 } read && read.Any(one => one.Dead == 2) ? read : null);

        await using var desk = await Desk.SignedInAsync("supervisore", width, house);
        await desk.GoAsync("/funzionamento");
        var row = desk.Page.Locator("section[aria-labelledby=code] tbody tr").Filter(new() { HasText = "Lavori per" });
        await Expect(row).ToContainTextAsync("nessuno");
        await desk.InspectAsync("operations-queues");
        if (width < 1000) await row.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        else
        {
            await row.GetByRole(Microsoft.Playwright.AriaRole.Button).FocusAsync();
            await desk.Page.Keyboard.PressAsync("Enter");
        }
        await Expect(desk.Page.GetByText("2 messaggi sono tornati in coda.")).ToBeVisibleAsync();
        await Expect(row.GetByRole(Microsoft.Playwright.AriaRole.Button)).ToHaveCountAsync(0);
        await desk.InspectAsync("operations-queues-put-back");

        await broker.KillAsync();
        await watch.ReadAsync(CancellationToken.None);
        await desk.GoAsync("/funzionamento");
        await Expect(desk.Page.GetByText("Il server dei messaggi non risponde")).ToBeVisibleAsync();
        await desk.InspectAsync("operations-broker-away");
    }
}
