using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Testing;

namespace Orchestrator.Engine.Tests;

/// <summary>One SQLite file in a folder of its own, a clock that stands, and the nodes that work on the file.</summary>
internal sealed class Office : IAsyncDisposable
{
    // Every office starts from a copy of one file that was migrated once: the migrations have tests of their own.
    private static readonly Lazy<Task<Office>> _empty = new(async () =>
    {
        var office = new Office();
        await SqliteStorage.MigrateAsync(office.File, office.Storage, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(office._folder, recursive: true);
        return office;
    });

    private readonly List<Desk> _desks = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-").FullName;

    public static Actor Ada { get; } = new("ada", ["apl"]);

    public static Actor Grace { get; } = new("grace", ["apl"]);

    public static Actor Mallory { get; } = new("mallory", ["regione"]);

    public static Actor Boss { get; } = Actor.System("test");

    public ManualTime Time { get; } = new();

    public Postbox Post { get; } = new();

    private string File => Path.Combine(_folder, "orchestrator.db");

    private StorageOptions Storage => new() { MasterKeyFile = Path.Combine(_folder, "master.key") };

    public Office() => Start = Time.GetUtcNow();

    /// <summary>Where the clock stood when the office opened.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Another office with a copy of the files; no node may be open.</summary>
    public Office Copy()
    {
        var copy = new Office();
        foreach (var file in Directory.GetFiles(_folder)) System.IO.File.Copy(file, Path.Combine(copy._folder, Path.GetFileName(file)));
        return copy;
    }

    public static async Task<Office> OpenAsync() => (await _empty.Value).Copy();

    /// <summary>A node of its own, as another process would be; it may die.</summary>
    public async Task<Desk> NodeAsync(EngineOptions? options = null, ICrashPoints? crash = null, ILoggerFactory? logs = null)
    {
        var storage = await SqliteStorage.OpenAsync(File, Storage, new SqliteWriteGate(), Time, crash ?? ICrashPoints.None, CancellationToken.None);
        var stores = storage.Ports;
        var node = new EngineNode(stores, options ?? DefaultOptions, ItalianCalendars.Default, Time, Post, logs ?? NullLoggerFactory.Instance);
        var desk = new Desk(this, node, storage);
        _desks.Add(desk);
        return desk;
    }

    public static EngineOptions DefaultOptions { get; } = new() { BusJobTypes = ["apl."], Lanes = 2 };

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks) await desk.CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A node with the words that tests use.</summary>
internal sealed class Desk(Office office, EngineNode node, EngineStorage storage)
{
    private bool _closed;

    public EngineNode Node { get; } = node;

    public EngineDriver Driver { get; } = new(node);

    public AttachmentDesk Attachments { get; } = new(node.Commands, node.States, storage.Attachments, office.Time);

    public IAttachmentStore AttachmentStore { get; } = storage.Attachments;

    public async Task<DeployResult> DeployAsync(params DeploymentResource[] resources)
    {
        var result = await Node.Deployments.DeployAsync(resources, "ada", CancellationToken.None);
        Assert.That(result.Diagnostics.Select(one => one.ToString()), Is.Empty);
        Assert.That(result.Rejection, Is.Null);
        return result;
    }

    public async Task<InstanceId> StartAsync(string processId, params (string, FeelValue)[] variables)
    {
        var result = await Node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, processId, null, FeelContext.Of(variables), CancellationToken.None);
        Assert.That(result.Rejection, Is.Null);
        return result.Acceptance!.Instance;
    }

    public Task QuiesceAsync() => Driver.QuiesceAsync(CancellationToken.None);

    /// <summary>Lets time pass, with all that becomes due on the way.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = office.Time.GetUtcNow() + time;
        await QuiesceAsync();
        while (await Driver.NextInstantAsync(CancellationToken.None) is { } next && next <= until)
        {
            if (next > office.Time.GetUtcNow()) office.Time.MoveTo(next);
            if (!await Driver.QuiesceAsync(CancellationToken.None) && next <= office.Time.GetUtcNow()) break;
        }
        if (until > office.Time.GetUtcNow()) office.Time.MoveTo(until);
        await QuiesceAsync();
    }

    public async Task<TaskRow?> OpenTaskAsync(InstanceId instance) =>
        (await Node.Queries.TasksAsync(new TaskQuery { Instance = instance, State = TaskRowState.Created }, CancellationToken.None)).Items.SingleOrDefault();

    public async Task<JobRow> JobAsync(InstanceId instance) =>
        (await Node.Queries.JobsAsync(new JobQuery { Instance = instance }, CancellationToken.None)).Items.Single().Job;

    public async Task<InstanceRow> RowAsync(InstanceId instance) =>
        await Node.Queries.InstanceAsync(instance, CancellationToken.None) ?? throw new AssertionException($"Expected instance {instance}, but there is none.");

    public async Task<IReadOnlyList<InstanceRow>> InstancesAsync(string processId) =>
        (await Node.Queries.InstancesAsync(new InstanceQuery { ProcessId = processId }, CancellationToken.None)).Items;

    public async Task<IReadOnlyList<InstanceEvent>> EventsAsync(InstanceId instance) =>
        [.. (await Node.History.PageAsync(instance, 0, 1000, CancellationToken.None)).Select(one => one.Event)];

    public Task<Orchestrator.Engine.Messages.PublishResult> PublishAsync(string name, string key, TimeSpan timeToLive, string? id = null) =>
        Node.Messages.PublishAsync(new(name, key, timeToLive, FeelContext.Empty) { MessageId = id }, CancellationToken.None);

    /// <summary>It was built after the crash.</summary>
    public bool Survives { get; set; }

    public async Task CloseAsync()
    {
        if (_closed) return;
        _closed = true;
        await Node.DisposeAsync();
        await storage.DisposeAsync();
    }

    /// <summary>The operating system closes what a dead process had open; what it was about to do is not done.</summary>
    public async Task DieAsync()
    {
        _closed = true;
        await Node.Commands.IdleAsync();
        await storage.DisposeAsync();
    }
}
