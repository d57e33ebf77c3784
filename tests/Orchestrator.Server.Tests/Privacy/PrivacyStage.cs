using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orchestrator.Server.Tests.Kill;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>
/// The programs as an office runs them, each in a process of its own and as talkative as they can be: the server over SQLite with the agency inside, or with the agency
/// beside it over RabbitMQ. The clock is virtual, so that a session of tomorrow is over in a moment.
/// </summary>
internal sealed class PrivacyStage : IAsyncDisposable
{
    public const string Password = "Riservatezza-1234";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(240);

    private readonly string _folder;
    private readonly RabbitMqServer? _broker;
    private readonly RunningProgram? _agency;
    private readonly RunningProgram _server;
    private readonly List<HttpClient> _programs = [];
    private BusTap? _tap;

    private PrivacyStage(string folder, int port, RabbitMqServer? broker)
    {
        _folder = folder;
        _broker = broker;
        Address = new($"http://127.0.0.1:{port}");
        _server = RunningProgram.Of("Orchestrator.Server", folder, ServerSettings(port));
        _agency = broker is null ? null : RunningProgram.Of("Orchestrator.Agency.Apl", folder, AgencySettings(port));
    }

    public Uri Address { get; }

    public string DatabaseFile => Path.Combine(_folder, "data", "orchestrator.db");

    public string DataFolder => Path.Combine(_folder, "data");

    public string Log => _server.Output + "\n" + _agency?.Output;

    public static async Task<PrivacyStage> StartAsync(bool overRabbit)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-privacy-").FullName;
        var broker = overRabbit ? await RabbitMqServer.StartAsync() : null;
        var stage = new PrivacyStage(folder, Ports.Free(), broker);
        stage._server.Start();
        stage._agency?.Start();
        await stage.UntilAsync("the server answers", stage.IsHealthyAsync);
        if (broker is not null) await stage.UntilAsync("the exchanges of the bus are there", stage.HasTapAsync);
        return stage;
    }

    public HttpClient Program(string account)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{Password}")));
        _programs.Add(client);
        return client;
    }

    /// <summary>Sets the virtual clock.</summary>
    public async Task GoToAsync(DateTimeOffset instant)
    {
        using var answer = await Program("admin").PutAsync(new Uri("/v2/clock", UriKind.Relative), JsonContent(new { timestamp = instant.ToUnixTimeMilliseconds() }));
        Assert.That((int)answer.StatusCode, Is.EqualTo(204), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The messages that went over the bus so far; null when it is in the server's memory.</summary>
    public async Task<IReadOnlyList<string>?> MessagesAsync() => _tap is null ? null : await _tap.DrainAsync();

    /// <summary>The first column of what a query gives, out of the file that the server writes.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        return values;
    }

    public IReadOnlyList<string> Mails() => Directory.Exists(Spool) ? Directory.GetFiles(Spool, "*.eml") : [];

    public async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > s_patience) Assert.Fail($"Expected that {what} within {s_patience.TotalSeconds} s, but it did not happen.\n{string.Join('\n', Log.Split('\n').TakeLast(40))}");
            await Task.Delay(200);
        }
    }

    /// <summary>Ends the programs, so that what they wrote is on disk.</summary>
    public async Task StopAsync()
    {
        if (_tap is not null) await _tap.DisposeAsync();
        _tap = null;
        if (_agency is not null) await _agency.DisposeAsync();
        await _server.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs) program.Dispose();
        await StopAsync();
        if (_broker is not null) await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static StringContent JsonContent(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private string Spool => Path.Combine(_folder, "spool");

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var answer = await Program("admin").GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<bool> HasTapAsync()
    {
        try
        {
            _tap = await BusTap.OpenAsync(RabbitMqServer.Host, _broker!.Port);
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return false;
        }
    }

    private Dictionary<string, string> ServerSettings(int port) => new(Talkative())
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        ["DataFolder"] = Path.Combine(_folder, "data"),
        ["WorkflowsFolder"] = Path.Combine(RunningProgram.Root, "workflows"),
        ["Demo__Password"] = Password,
        ["Demo__Sample"] = "false",
        ["Clock__Virtual"] = "true",
    };

    private Dictionary<string, string> AgencySettings(int port) => new(Talkative())
    {
        ["Registry__Url"] = $"http://127.0.0.1:{port}",
        ["Registry__User"] = "worker",
        ["Registry__Password"] = Password,
    };

    // Every room tells all it can; the web server and its client tell every address.
    private Dictionary<string, string> Talkative()
    {
        var settings = new Dictionary<string, string>
        {
            ["Mail__SpoolFolder"] = Spool,
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft"] = "Information",
            ["Logging__LogLevel__MassTransit"] = "Debug",
            ["Logging__LogLevel__System.Net.Http"] = "Trace",
        };
        if (_broker is not null)
        {
            settings["Bus__Host"] = RabbitMqServer.Host;
            settings["Bus__Port"] = _broker.Port.ToString(CultureInfo.InvariantCulture);
        }
        return settings;
    }
}
