using System.Collections.Concurrent;
using System.Threading.Channels;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agencies.Tests.Events;

/// <summary>What the handlers of these tests did.</summary>
internal sealed class Book
{
    private readonly Channel<string> _done = Channel.CreateUnbounded<string>();

    /// <summary>Effects by message key: the second delivery finds the first.</summary>
    public ConcurrentDictionary<long, string> Effects { get; } = new();

    public void Did(string what) => _done.Writer.TryWrite(what);

    public async Task<string> NextAsync() => await _done.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
}

/// <summary>Keeps a booking once and tells its case.</summary>
internal sealed class KeepsBooking(Book book) : IEventHandler<AgreementSigned>
{
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(AgreementSigned message, CancellationToken cancellation)
    {
        var first = book.Effects.TryAdd(message.MessageKey, message.Agreement);
        book.Did($"keeps {message.Agreement} {first}");
        return Task.FromResult<IReadOnlyList<ProcessMessage>>([new("WorkersListReceived", message.Crisis, new() { ["crisis"] = message.Crisis }, TimeSpan.FromDays(30))]);
    }
}

/// <summary>Another agency's handler of the same message.</summary>
internal sealed class Watches(Book book) : IEventHandler<AgreementSigned>
{
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(AgreementSigned message, CancellationToken cancellation)
    {
        book.Did($"watches {message.Agreement}");
        return Task.FromResult<IReadOnlyList<ProcessMessage>>([]);
    }
}

/// <summary>Asks a registry that knows no such crisis.</summary>
internal sealed class IsRefused : IEventHandler<CrisisResolved>
{
    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(CrisisResolved message, CancellationToken cancellation) =>
        throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a crisis {message.Crisis}, but there is none.");
}

/// <summary>Fails twice and then succeeds.</summary>
internal sealed class SucceedsLater(Book book) : IEventHandler<CompanyWithdrew>
{
    private int _calls;

    public Task<IReadOnlyList<ProcessMessage>> HandleAsync(CompanyWithdrew message, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _calls) < 3) throw new IOException("The registry does not answer.");
        book.Did($"withdrawn {message.Crisis}");
        return Task.FromResult<IReadOnlyList<ProcessMessage>>([]);
    }
}
