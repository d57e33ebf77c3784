using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Hosting.Composition;
using Orchestrator.Storage.Codec;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>
/// Personal data stay in the case registry and in the mails: after two lists went all the way through the real programs, no code, name, address or number of anybody is found
/// in any other table, in the decrypted history, in what an auditor reads, in any address, in any line of a log at its most talkative, nor in any message of the bus.
/// <c>tests/long.sh privacy [SEED] [N]</c> runs the same with other people and more of them.
/// </summary>
[NonParallelizable]
internal sealed class PrivacyTests
{
    private static int Seed => Number("PRIVACY_SEED", 20191206);

    private static int Count => Number("PRIVACY_ROWS", 120);

    // With every run the agencies stand beside the server, which is inside and the broker besides.
    [Test]
    [Category("Long")]
    public Task With_the_agency_inside_the_server_nothing_personal_is_outside_the_registry() => CheckAsync(overRabbit: false);

    [Test]
    [Category("Slow")]
    public Task With_the_agency_over_RabbitMQ_nothing_personal_is_outside_the_registry()
    {
        if (RabbitMqServer.MissingReason is { } reason) Assert.Ignore(reason);
        return CheckAsync(overRabbit: true);
    }

    [TestCase("{0}")]
    [TestCase("{{\"nome\":\"{0}\"}}")]
    [TestCase("/elenchi?cerca={0}&pagina=1")]
    public void What_is_planted_is_found(string where)
    {
        var list = WorkersList.Of(1, 50, ';', false);
        var haystacks = new Haystacks(new Needles(list.Rows.Select(row => row.Person)));
        var person = list.Rows[17].Person;
        haystacks.Search("clean", "", string.Format(CultureInfo.InvariantCulture, where, "PW-3f2b8a52-0000-4000-8000-000000000001"));
        Assert.That(haystacks.Found, Is.Empty);
        foreach (var planted in (string[])[person.TaxCode, person.TaxCode.ToLowerInvariant(), person.WrongCode, person.Surname, person.Email, person.Mobile])
        {
            var text = string.Format(CultureInfo.InvariantCulture, where, planted);
            haystacks.Search("text", planted, text);
            haystacks.Search("UTF-8", planted, Encoding.UTF8.GetBytes("xé" + text));
            haystacks.Search("UTF-16", planted, Encoding.Unicode.GetBytes("x" + text));
            haystacks.Search("address", planted, Uri.EscapeDataString(text));
            // Short ones, and other writings, would not be told from chance in base 64.
            if (planted.Length < 12 || planted.StartsWith(person.TaxCode[..3].ToLowerInvariant(), StringComparison.Ordinal)) continue;
            for (var shift = 0; shift < 3; shift++) haystacks.Search("base 64", $"{planted} {shift}", Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', shift) + text)));
        }
        Assert.That(haystacks.Found, Has.Count.EqualTo((6 * 4) + (4 * 3)), string.Join('\n', haystacks.Found));
    }

    [Test]
    public void The_same_seed_gives_the_same_list_and_another_seed_another()
    {
        var one = WorkersList.Of(7, 200, ',', true);
        Assert.That(WorkersList.Of(7, 200, ',', true).Content, Is.EqualTo(one.Content));
        Assert.That(WorkersList.Of(8, 200, ',', true).Content, Is.Not.EqualTo(one.Content));
        Assert.That(one.Rows.SelectMany(row => row.Errors).Select(error => error.Code).Distinct().Count(), Is.GreaterThan(6));
    }

    private static async Task CheckAsync(bool overRabbit)
    {
        var (sentBack, accepted) = (WorkersList.Of(Seed, Math.Max(20, Count / 4), ',', false), WorkersList.Of(Seed + 1, Count, ';', true));
        var haystacks = new Haystacks(new Needles(sentBack.Rows.Concat(accepted.Rows).Select(row => row.Person)));
        await using var stage = await PrivacyStage.StartAsync(overRabbit);
        using (var journey = new PrivacyJourney(stage, sentBack, accepted))
        {
            await journey.GoAsync();
            foreach (var address in journey.Addresses) haystacks.Search("addresses", "asked", address);
        }
        await ReadAsAuditorAsync(stage, haystacks);
        if (await stage.MessagesAsync() is { } messages)
            foreach (var message in messages) haystacks.Search("bus", "message", message);
        await PlantAsync(stage);
        await stage.StopAsync();
        foreach (var line in stage.Log.Split('\n')) haystacks.Search("log", "line", line);
        haystacks.SearchTables(stage.DatabaseFile);
        haystacks.SearchFiles("files", stage.DataFolder, file => !Path.GetFileName(file).StartsWith("orchestrator.db", StringComparison.Ordinal));
        Assert.That(haystacks.Found, Is.Empty, "outside the registry");
        await ReadHistoryAsync(stage, haystacks, planted: false);
        Assert.That(haystacks.Found, Is.Empty, "in the decrypted history");
        TestContext.Out.WriteLine($"seed {Seed}, {accepted.Rows.Count} + {sentBack.Rows.Count} rows, {accepted.Good.Count} cases, {stage.Mails().Count} mails. Searched {haystacks.Searched}");
        Assert.Multiple(() =>
        {
            foreach (var where in (string[])["addresses", "API", "log", "tables", "files", "history", .. overRabbit ? ["bus"] : Array.Empty<string>()]) Assert.That(haystacks.Pieces(where), Is.GreaterThan(where == "files" ? 0 : 3), where);
            // The log told the addresses.
            Assert.That(stage.Log, Does.Contain("Request starting"));
        });
        // What somebody wrote into a variable of the sample agreement is found in its history: the search can fail.
        var needles = new Haystacks(new Needles([Planted]));
        await ReadHistoryAsync(stage, needles, planted: true);
        Assert.That(needles.Found, Is.Not.Empty, "the planted person in the decrypted history");
        needles.SearchTables(stage.DatabaseFile);
        Assert.That(needles.Found.Where(found => found.StartsWith("tables", StringComparison.Ordinal)), Is.Empty, "the planted person in the tables: payloads are encrypted");
    }

    private static Person Planted { get; } = Person.Invent(new Random(99), 99);

    // Somebody writes a person's code into a variable by hand.
    private static async Task PlantAsync(PrivacyStage stage)
    {
        var admin = stage.Program("admin");
        using var found = await admin.PostAsync(new Uri("/v2/process-instances/search", UriKind.Relative), PrivacyStage.JsonContent(new { filter = new { processDefinitionId = "ma4-delivery", state = "ACTIVE" } }));
        var key = JsonDocument.Parse(await found.Content.ReadAsStringAsync()).RootElement.GetProperty("items")[0].GetProperty("processInstanceKey").GetString();
        using var written = await admin.PutAsync(new Uri($"/v2/element-instances/{key}/variables", UriKind.Relative), PrivacyStage.JsonContent(new { variables = new { note = $"Ha telefonato {Planted.TaxCode}" } }));
        Assert.That((int)written.StatusCode, Is.EqualTo(204), await written.Content.ReadAsStringAsync());
    }

    // Everything that the API gives to somebody who may read all.
    private static async Task ReadAsAuditorAsync(PrivacyStage stage, Haystacks haystacks)
    {
        var auditor = stage.Program("auditor");
        async Task<JsonElement> AskAsync(string path, object? body)
        {
            using var answer = body is null ? await auditor.GetAsync(new Uri(path, UriKind.Relative)) : await auditor.PostAsync(new Uri(path, UriKind.Relative), PrivacyStage.JsonContent(body));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), $"{path}\n{text}");
            haystacks.Search("API", path, text);
            return JsonDocument.Parse(text).RootElement;
        }

        foreach (var search in (string[])["process-definitions", "user-tasks", "incidents"]) await AskAsync($"/v2/{search}/search", new { page = new { limit = 1000 } });
        await AskAsync("/api/cases?limit=200", null);
        await AskAsync("/api/agreements", null);
        var instances = await AskAsync("/v2/process-instances/search", new { page = new { limit = 1000 } });
        foreach (var instance in instances.GetProperty("items").EnumerateArray())
        {
            var key = instance.GetProperty("processInstanceKey").GetString()!;
            foreach (var search in (string[])["variables", "element-instances"]) await AskAsync($"/v2/{search}/search", new { filter = new { processInstanceKey = key }, page = new { limit = 1000 } });
            await AskAsync($"/api/cases/{key}", null);
            await AskAsync($"/api/instances/{key}/state", null);
            for (var from = 1; await AskAsync($"/api/instances/{key}/history?from={from}&limit=200", null) is var page && page.GetArrayLength() > 0; from += 200)
                if (page.GetArrayLength() < 200) break;
        }
    }

    // The events themselves, with the key of the database: also what the API leaves out.
    private static async Task ReadHistoryAsync(PrivacyStage stage, Haystacks haystacks, bool planted)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddFoundation(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = stage.DataFolder }).Build(), stage.DataFolder);
        await using var provider = services.BuildServiceProvider();
        var runtime = provider.GetRequiredService<EngineRuntime>();
        await runtime.OpenAsync(CancellationToken.None);
        var instances = await runtime.Node.Queries.InstancesAsync(new() { Page = new(0, 1000) }, CancellationToken.None);
        foreach (var instance in instances.Items)
            for (long after = 0; await runtime.Node.History.PageAsync(instance.Instance, after, 500, CancellationToken.None) is { Count: > 0 } page; after = page[^1].Position)
                foreach (var entry in page)
                {
                    // The planted note is another test's.
                    if (!planted && entry.Actor == "admin") continue;
                    var json = new ArrayBufferWriter<byte>();
                    EventCodec.Write(json, instance.Instance, [entry.Event]);
                    haystacks.Search("history", $"{instance.ProcessId} {entry.Position}", json.WrittenSpan.ToArray());
                }
    }

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : usual;
}
