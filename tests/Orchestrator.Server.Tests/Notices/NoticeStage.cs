using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Cases;
using Orchestrator.Cases.Reference;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Server.Client;
using Orchestrator.Server.Client.Notices;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Testing;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Server.Tests.Notices;

/// <summary>The server's own composition on a SQLite file, without anything that runs by itself, under a clock that stands; it may be told to die at a database operation.</summary>
internal sealed class NoticeStage : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private NoticeStage(ServiceProvider services, ArmedCrash crash)
    {
        _services = services;
        Crash = crash;
    }

    public ArmedCrash Crash { get; }

    public EngineNode Node => _services.GetRequiredService<EngineRuntime>().Node;

    /// <summary>Opens the database of a folder, as a process that starts would.</summary>
    /// <param name="folder">Holds the database and its key; empty at first.</param>
    /// <param name="time">Shared by the processes of a story.</param>
    /// <param name="nth">Dies at this operation, once armed.</param>
    public static async Task<NoticeStage> OpenAsync(string folder, ManualTime time, int nth = int.MaxValue)
    {
        var crash = new ArmedCrash(nth);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = folder, ["WorkflowsFolder"] = WorkflowFiles.Folder }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(time);
        services.AddFoundation(configuration, folder);
        services.AddClient();
        services.AddSingleton<IOutboxSender, SilentSender>();
        services.AddSingleton<IDatabase>(provider => new Database(provider.GetRequiredService<Places>(), provider.GetRequiredService<SqliteWriteGate>(), time, crash));
        services.ConfigureDbContext<CasesContext>(builder => builder.AddInterceptors(new Interceptor(crash)));
        var stage = new NoticeStage(services.BuildServiceProvider(), crash);
        await stage._services.GetRequiredService<EngineRuntime>().OpenAsync(CancellationToken.None);
        await stage.Node.OpenAsync(CancellationToken.None);
        return stage;
    }

    /// <summary>What a first start loads: municipalities, centres, definitions.</summary>
    public async Task PrepareAsync()
    {
        await using (var context = await _services.GetRequiredService<IDbContextFactory<CasesContext>>().CreateDbContextAsync())
            await ReferenceLoader.LoadAsync(context, CancellationToken.None);
        await _services.GetRequiredService<WorkflowFolder>().DeployAsync(CancellationToken.None);
    }

    /// <summary>Asks one service in a scope of its own, as a request does.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>What the pumps of a running server come to: everything told, everything done, and told again what only then could be.</summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await new EngineDriver(Node).QuiesceAsync(CancellationToken.None);
            await AskAsync<NoticeTeller, bool>(async teller =>
            {
                await teller.TellAllAsync(CancellationToken.None);
                return true;
            });
        }
        await new EngineDriver(Node).QuiesceAsync(CancellationToken.None);
    }

    /// <summary>What a query over all tables of the file counts.</summary>
    public long Count(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_services.GetRequiredService<Places>().DatabaseFile};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Database(Places places, SqliteWriteGate gate, TimeProvider time, ICrashPoints crash) : IDatabase
    {
        private readonly StorageOptions _options = new() { MasterKeyFile = places.MasterKeyFile };

        public string Description => places.DatabaseFile;

        public Task MigrateAsync(CancellationToken cancellation) => SqliteStorage.MigrateAsync(places.DatabaseFile, _options, cancellation);

        public Task<EngineStorage> OpenAsync(CancellationToken cancellation) =>
            SqliteStorage.OpenAsync(places.DatabaseFile, _options, gate, time, crash, cancellation);
    }

    // What the registry does passes the same crash points as what the engine does.
    private sealed class Interceptor(ICrashPoints crash) : DbCommandInterceptor, IDbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Pass(result, "before a query of the registry");

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Pass(result, "before a command of the registry");

        public ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Pass(result, "before a commit of the registry");

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            crash.Pass("after a commit of the registry");
            return Task.CompletedTask;
        }

        private ValueTask<T> Pass<T>(T result, string where)
        {
            crash.Pass(where);
            return new(result);
        }
    }
}

/// <summary>Crash points that count from the moment they are armed.</summary>
internal sealed class ArmedCrash(int nth) : ICrashPoints
{
    private readonly CrashAt _crash = new(nth);
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _points = new();

    public bool Armed { get; set; }

    public bool Crashed => _crash.Crashed;

    public string? Where => _crash.Where;

    /// <summary>Every point that was passed while armed, in order.</summary>
    public IReadOnlyList<string> Points => [.. _points];

    public void Pass(string where)
    {
        if (!Armed) return;
        _points.Enqueue(where);
        _crash.Pass(where);
    }
}
