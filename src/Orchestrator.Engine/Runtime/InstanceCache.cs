using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>
/// States in memory, of one node. A hint: another node may have moved an instance, and the commit finds that out; who only reads asks the store whether it is still the last one.
/// The least recently used leave first. Safe for concurrent use: the states are values.
/// </summary>
internal sealed class InstanceCache(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<InstanceId, LinkedListNode<LoadedState>> _byId = [];
    private readonly LinkedList<LoadedState> _byUse = new();

    public LoadedState? Find(InstanceId instance)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(instance, out var node)) return null;
            if (node != _byUse.First)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
            }
            return node.Value;
        }
    }

    public void Put(LoadedState loaded)
    {
        var id = loaded.State.Id;
        lock (_gate)
        {
            if (_byId.TryGetValue(id, out var node))
            {
                node.Value = loaded;
                return;
            }
            if (_byId.Count >= capacity && _byUse.Last is { } oldest)
            {
                _byId.Remove(oldest.Value.State.Id);
                _byUse.RemoveLast();
            }
            _byId[id] = _byUse.AddFirst(loaded);
        }
    }

    public void Forget(InstanceId instance)
    {
        lock (_gate)
            if (_byId.Remove(instance, out var node)) _byUse.Remove(node);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _byId.Clear();
            _byUse.Clear();
        }
    }
}
