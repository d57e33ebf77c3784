using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Hosting.Composition;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Tests.Seals;

/// <summary>The whole composition without a web server, on a data folder that outlives its hosts.</summary>
internal sealed class SealedOffice : IDisposable
{
    private const string Definition =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
          <bpmn:process id="one-task" isExecutable="true">
            <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
            <bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/><zeebe:taskSchedule dueDate="2026-03-31T17:00:00+02:00"/></bpmn:extensionElements></bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="end"/><bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orchestrator-sealed-");

    public string Folder => _folder.FullName;

    public string Data => Path.Combine(Folder, "data");

    public string Checkpoints => Path.Combine(Data, "seals.txt");

    public SealedOffice() => _folder.CreateSubdirectory("workflows");

    /// <summary>A host that is not started yet.</summary>
    public IHost Build(LogWatch log, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Folder, DisableDefaults = true, EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection([new("DataFolder", Data), .. settings.Select(one => KeyValuePair.Create<string, string?>(one.Name, one.Value))]);
        builder.Logging.AddProvider(log);
        builder.Services.AddOrchestrator(builder.Configuration, Folder);
        return builder.Build();
    }

    /// <summary>An instance of one open task.</summary>
    public static async Task<InstanceId> StartInstanceAsync(IHost host)
    {
        var node = host.Services.GetRequiredService<EngineRuntime>().Node;
        var deployed = await node.Deployments.DeployAsync([new DeploymentResource("one-task.bpmn", ResourceKind.Bpmn, Definition)], "ada", CancellationToken.None);
        Assert.That(deployed.Deployment, Is.Not.Null, string.Join('\n', deployed.Diagnostics));
        var started = await node.Instances.StartAsync(Guid.CreateVersion7(), Actor.System("test"), "one-task", "BK-1", FeelContext.Empty, CancellationToken.None);
        Assert.That(started.Rejection, Is.Null);
        return started.Acceptance!.Instance;
    }

    /// <summary>Writes the database as somebody else would; gives how many rows changed.</summary>
    public int Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "orchestrator.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    public string Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "orchestrator.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString() ?? "";
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>Tells when an event of the log came for the n-th time.</summary>
internal sealed class LogWatch : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<(int Event, int Time), TaskCompletionSource> _seen = new();
    private readonly ConcurrentDictionary<int, int> _counts = new();

    public Task SeenAsync(int eventId, int time) => Source(eventId, time).Task.WaitAsync(TimeSpan.FromMinutes(1));

    public int Count(int eventId) => _counts.GetValueOrDefault(eventId);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == 0) return;
        Source(eventId.Id, _counts.AddOrUpdate(eventId.Id, 1, (_, before) => before + 1)).TrySetResult();
    }

    public void Dispose() { }

    private TaskCompletionSource Source(int eventId, int time) => _seen.GetOrAdd((eventId, time), _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
