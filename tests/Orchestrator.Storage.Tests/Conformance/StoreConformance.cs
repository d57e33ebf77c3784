using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Testing;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>What every database must do. Each test has a fresh one; a subclass says how it is made and opened.</summary>
public abstract partial class StoreConformance
{
    private readonly List<EngineStorage> _opened = [];

    /// <summary>The node that the tests speak to.</summary>
    protected EngineStorage Storage { get; private set; } = null!;

    protected ManualTime Time { get; } = new(Sample.At);

    protected static CancellationToken None => CancellationToken.None;

    /// <summary>Makes an empty database with today's schema.</summary>
    protected abstract Task CreateAsync();

    /// <summary>Opens a node on the database of the test.</summary>
    protected abstract Task<EngineStorage> OpenNodeAsync(ICrashPoints crash);

    /// <summary>Runs a statement of a person who tampers.</summary>
    protected abstract Task<int> TamperAsync(string sql);

    protected abstract Task DropAsync();

    [SetUp]
    public async Task Open()
    {
        await CreateAsync();
        Storage = await OpenAsync();
    }

    [TearDown]
    public async Task Close()
    {
        foreach (var storage in _opened) await storage.DisposeAsync();
        _opened.Clear();
        await DropAsync();
    }

    protected async Task<EngineStorage> OpenAsync(ICrashPoints? crash = null)
    {
        var storage = await OpenNodeAsync(crash ?? ICrashPoints.None);
        _opened.Add(storage);
        return storage;
    }

    protected async Task<MemberOutcome[]> CommitAsync(params CommitMember[] members) => [.. await Storage.Store.CommitAsync(new CommitBatch(members), None)];

    protected async Task<ReadOnlyMemory<byte>> StartAsync(InstanceId instance, params RowChange[] rows) => Sample.HashOf((await CommitAsync(Sample.Start(instance, rows)))[0]);

    protected async Task<InstanceRows> RowsOf(InstanceId instance) => (await Storage.History.RowsAsync(instance, None))!.Rows;
}
