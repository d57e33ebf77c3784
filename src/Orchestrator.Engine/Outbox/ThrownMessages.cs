using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Outbox;

/// <summary>
/// Messages that this node has written and not sent yet, so that the sender need not look for them in the history. A hint: what is not here any more, or was written by
/// another node, stands in the history. Safe for concurrent use.
/// </summary>
internal sealed class ThrownMessages
{
    private const int CountMax = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<ScopeKey, OutboundMessage.MessageThrown> _byKey = [];
    private readonly Queue<ScopeKey> _byAge = new();

    /// <summary>To be called after the commit, with the state that it led to or a later one. The oldest leave when there are too many: another node may have sent them.</summary>
    public void Remember(InstanceState state, CommitMember member)
    {
        foreach (var e in member.Events)
        {
            if (e is not InstanceEvent.MessagePublished thrown) continue;
            var message = Of(state, thrown, member.At);
            lock (_gate)
            {
                if (!_byKey.TryAdd(thrown.Publication, message)) continue;
                _byAge.Enqueue(thrown.Publication);
                if (_byAge.Count > CountMax) _byKey.Remove(_byAge.Dequeue());
            }
        }
    }

    /// <summary>The message of a row; null when the history must be asked. It stays until <see cref="Forget"/>, because a send may fail.</summary>
    public OutboundMessage.MessageThrown? Find(ScopeKey publication)
    {
        lock (_gate) return _byKey.GetValueOrDefault(publication);
    }

    public void Forget(ScopeKey publication)
    {
        lock (_gate) _byKey.Remove(publication);
    }

    /// <summary>What is said to others of a message that was thrown at an instant.</summary>
    public static OutboundMessage.MessageThrown Of(InstanceState state, InstanceEvent.MessagePublished thrown, DateTimeOffset at) =>
        new(thrown.Publication, thrown.Name, thrown.CorrelationKey, state.Id, ProcessIdOf(state, thrown.Scope), state.BusinessKey, at, at + thrown.TimeToLive, thrown.Variables);

    /// <summary>The process, called or not, that an element runs in.</summary>
    public static string ProcessIdOf(InstanceState state, ScopeKey scope)
    {
        for (ScopeKey? at = scope; at is { } key && state.Elements.TryGetValue(key, out var element); at = element.Parent)
            if (element.Type == ElementType.Process) return element.Element.Value;
        return state.ProcessId;
    }
}
