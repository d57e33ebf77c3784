using System.Collections.Frozen;
using MassTransit;

namespace Orchestrator.Hosting.Demo;

/// <summary>
/// Knows when the in-memory bus is at rest: everything that was sent has been received and worked off. A virtual clock may move only then (design §8.5).
/// </summary>
/// <param name="subscribers">How many queues receive each published type; types that are not named have none.</param>
internal sealed class BusActivity(IReadOnlyDictionary<Type, int> subscribers) : ISendObserver, IPublishObserver, IReceiveObserver
{
    private readonly FrozenDictionary<Type, int> _subscribers = subscribers.ToFrozenDictionary();
    private readonly Lock _turn = new();
    private TaskCompletionSource _idle = Completed();
    private int _open;

    /// <summary>Completes when nothing is on its way; at once when that is so now.</summary>
    public Task IdleAsync()
    {
        lock (_turn) return _idle.Task;
    }

    public bool IsIdle
    {
        get { lock (_turn) return _open == 0; }
    }

    Task ISendObserver.PreSend<T>(SendContext<T> context) => Begin(1);

    Task ISendObserver.PostSend<T>(SendContext<T> context) => Task.CompletedTask;

    Task ISendObserver.SendFault<T>(SendContext<T> context, Exception exception) => End(1);

    Task IPublishObserver.PrePublish<T>(PublishContext<T> context) => Begin(Of<T>());

    Task IPublishObserver.PostPublish<T>(PublishContext<T> context) => Task.CompletedTask;

    Task IPublishObserver.PublishFault<T>(PublishContext<T> context, Exception exception) => End(Of<T>());

    Task IReceiveObserver.PreReceive(ReceiveContext context) => Task.CompletedTask;

    Task IReceiveObserver.PostReceive(ReceiveContext context) => End(1);

    Task IReceiveObserver.PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) => Task.CompletedTask;

    Task IReceiveObserver.ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) => Task.CompletedTask;

    Task IReceiveObserver.ReceiveFault(ReceiveContext context, Exception exception) => End(1);

    private int Of<T>() => _subscribers.GetValueOrDefault(typeof(T));

    private Task Begin(int count)
    {
        lock (_turn)
        {
            if (count > 0 && _open == 0) _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _open += count;
        }
        return Task.CompletedTask;
    }

    private Task End(int count)
    {
        TaskCompletionSource? done = null;
        lock (_turn)
        {
            _open -= count;
            if (count > 0 && _open == 0) done = _idle;
        }
        done?.SetResult();
        return Task.CompletedTask;
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
