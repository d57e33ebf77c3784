using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Server.Tests.Access;

/// <summary>
/// A running server with the programme's definitions and an agreement of the centre of Torino: workers, a planned session, an open task of the agency and one of the centre, a file;
/// and one account for each role and group. What is asked changes nothing, so everybody is asked about the same.
/// </summary>
internal sealed class GroupStage : IAsyncDisposable
{
    private const string OwnCentre = "cpi:15";
    private const string OtherCentre = "cpi:12";
    private static readonly ActingUser s_regione = new("regione", "Renata Regione", ["regione"], [Roles.Operator]);
    private static readonly ActingUser s_apl = new("apl", "Aldo Apl", ["apl"], [Roles.Operator]);
    private static readonly ActingUser s_centre = new("torino", "Carla Centro", [OwnCentre], [Roles.Operator]);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly RunningServer _server;
    private readonly Dictionary<Caller, PageSession> _browsers = [];

    private GroupStage(RunningServer server) => _server = server;

    /// <summary>One of each role, operators of each kind of group.</summary>
    public static IReadOnlyList<Caller> Callers { get; } =
    [
        new("regione", Roles.Operator, ["regione"]), new("apl", Roles.Operator, ["apl"]), new("steering", Roles.Operator, ["steering-group"]), new("anpal", Roles.Operator, ["anpal-servizi"]),
        new("torino", Roles.Operator, [OwnCentre]), new("other", Roles.Operator, [OtherCentre]), new("nogroup", Roles.Operator, []),
        new("superv", Roles.Supervisor, []), new("svother", Roles.Supervisor, [OtherCentre]), new("auditor", Roles.Auditor, []), new("designer", Roles.Designer, []), new("admin", Roles.Admin, []), new("worker", Roles.Worker, []),
    ];

    /// <summary>What is asked about: a name, and the values of an address's parameters.</summary>
    public IReadOnlyDictionary<string, string> Things { get; private set; } = new Dictionary<string, string>();

    /// <summary>Routes with a parameter, but those of definitions, of signing in and of errors: they are about no case, and <c>access.txt</c> has them.</summary>
    public IReadOnlyList<Route> Routes { get; private set; } = [];

    public static async Task<GroupStage> StartAsync()
    {
        var stage = new GroupStage(await RunningServer.StartAsync($"--WorkflowsFolder={WorkflowFiles.Folder}"));
        foreach (var caller in Callers.Where(caller => caller.Name != "admin")) await stage._server.AddAccountAsync(caller.Name, [caller.Role!], caller.Groups);
        await stage.PrepareAsync();
        foreach (var caller in Callers) stage._browsers[caller] = await PageSession.SignedInAsync(stage._server, caller.Name);
        stage.Routes = [.. stage._server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Route(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), [], false)))
            .Distinct().OrderBy(route => route.Pattern, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)];
        return stage;
    }

    /// <summary>The status of an answer to a browser that asks an address, or sends an empty form in a version that is long past.</summary>
    public async Task<int> AskAsync(string method, string address, Caller caller)
    {
        var browser = _browsers[caller];
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Accept.ParseAdd("text/html");
        if (method == "POST" && address.EndsWith("/allegati", StringComparison.Ordinal))
        {
            // A file of a kind that nobody may bring: who may bring files reads that, everybody else that they may not.
            request.Content = new MultipartFormDataContent { { new StringContent(browser.Token), PageSession.TokenName }, { new ByteArrayContent("MZ"u8.ToArray()), "file", "programma.exe" } };
        }
        else if (method == "POST") request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { [PageSession.TokenName] = browser.Token, ["versione"] = "0", ["righe"] = "[]", ["persona"] = "nobody" });
        return (int)(await browser.SendAsync(request)).Status;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values) browser.Dispose();
        await _server.DisposeAsync();
    }

    private async Task PrepareAsync()
    {
        var agreement = (await RegisterAsync()).Summary.AgreementKey;
        var file = await DoAsync(client => client.Agreements.UploadWorkersAsync(s_apl, Guid.CreateVersion7(), agreement, new("lavoratori.csv", Encoding.UTF8.GetBytes(Workers())), CancellationToken.None));
        await CompleteAsync(s_apl, agreement, "Controlla l'elenco ricevuto", """{ "legalBasis": true }""");
        await UntilAsync("the workers of the list", async () => (await DoAsync(client => client.Agreements.OpenAsync(s_apl, agreement, CancellationToken.None))).Summary.Workers > 0 ? "loaded" : null);
        await CompleteAsync(s_centre, agreement, "Pianifica l'incontro", Plan());
        var session = await UntilAsync("the session", async () => (await DoAsync(client => client.Sessions.SearchAsync(s_regione, new(0, 10), CancellationToken.None))).Sessions is [var first, ..] ? first.SessionKey : null);
        var worker = (await DoAsync(client => client.Workers.SearchAsync(s_apl, new(0, 10), CancellationToken.None))).Workers[0].CaseKey;
        var ofAgency = await FindAsync(s_apl, agreement, "Registra la trasmissione dell'azienda ad ANPAL");
        // A second agreement, whose session nobody has planned yet: the centre's open task.
        var second = (await RegisterAsync()).Summary.AgreementKey;
        await DoAsync(client => client.Agreements.UploadWorkersAsync(s_apl, Guid.CreateVersion7(), second, new("lavoratori.csv", Encoding.UTF8.GetBytes(Workers())), CancellationToken.None));
        await CompleteAsync(s_apl, second, "Controlla l'elenco ricevuto", """{ "legalBasis": true }""");
        var ofCentre = await FindAsync(s_centre, second, "Pianifica l'incontro");
        Things = new Dictionary<string, string>
        {
            ["agreement"] = agreement, ["crisis"] = agreement[agreement.IndexOf("CR-", StringComparison.Ordinal)..agreement.LastIndexOf('-')],
            ["file"] = file.Summary.ImportId.ToString(), ["session"] = session, ["worker"] = worker, ["task of apl"] = Text(ofAgency.TaskKey), ["task of torino"] = Text(ofCentre.TaskKey), ["case"] = Text(ofAgency.Case.InstanceKey),
        };
    }

    private async Task<AgreementDetail> RegisterAsync()
    {
        var signed = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-4);
        var draft = new AgreementDraft(null, "Officine di Prova S.p.A.", "10000000009", "001272", signed, "ministero", "crisi", signed.AddDays(-20), signed.AddMonths(12), [new("Montaggio", "Operaio", 5)]);
        return await DoAsync(client => client.Agreements.RegisterAsync(s_regione, Guid.CreateVersion7(), draft, CancellationToken.None));
    }

    private async Task CompleteAsync(ActingUser by, string agreement, string name, string form)
    {
        var task = await FindAsync(by, agreement, name);
        var mine = await DoAsync(client => client.Inbox.ClaimAsync(by, new(Guid.CreateVersion7(), task.TaskKey, task.Version), CancellationToken.None));
        await DoAsync(client => client.Inbox.CompleteAsync(by, new(Guid.CreateVersion7(), mine.TaskKey, mine.Version), form, CancellationToken.None));
    }

    private Task<TaskSummary> FindAsync(ActingUser user, string agreement, string name) =>
        UntilAsync($"the task «{name}»", async () => (await DoAsync(client => client.Inbox.ListAsync(user, new(InboxTab.Groups, agreement, 0, 50), CancellationToken.None))).Tasks.FirstOrDefault(task => task.Name == name));

    private async Task<T> DoAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> act)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<IOrchestratorClient>());
        Assert.That(outcome.Refusal, Is.Null, $"{outcome.Refusal?.Message} {string.Join("; ", outcome.Refusal?.Fields.Select(field => $"{field.Path} {field.Message}") ?? [])}");
        return outcome.Value!;
    }

    private static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (await look() is { } found) return found;
            try
            {
                await pace.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new AssertionException($"Expected {what} within {s_patience.TotalSeconds} s.");
            }
        }
    }

    private static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);

    private static string Plan()
    {
        var starts = DateTimeOffset.UtcNow.AddDays(1);
        return JsonSerializer.Serialize(new
        {
            sessions = new[]
            {
                new { startAt = starts.ToString("yyyy-MM-dd'T'10:00:00+01:00", CultureInfo.InvariantCulture), durationMin = 120, venueType = "CPI", venue = "Sala riunioni", capacity = 5, speakers = new[] { "CPI" } },
            },
            contactDesk = new { email = "adr@example.invalid", tel = "011 0000000" },
        });
    }

    private static string Workers()
    {
        const string code = "RSSMRA80A01L219";
        return $"codice_fiscale;cognome;nome;email;cellulare;comune_domicilio_istat;mansione;ambito;profilo\n{code}{CodiceFiscaleReader.CheckCharacter(code)};Prova;Persona;prova@example.invalid;;001272;Operaio;Montaggio;Operaio\n";
    }
}
