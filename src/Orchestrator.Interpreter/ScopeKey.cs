using System.Globalization;

namespace Orchestrator.Interpreter;

/// <summary>
/// The key of an element instance, timer, subscription or incident: <c>instance number &lt;&lt; 20 | counter</c>. The counter is part of the state,
/// so replay mints the same keys. Counter 0 is the root process scope, whose key is also the key of the process instance.
/// </summary>
public readonly record struct ScopeKey(long Value) : IComparable<ScopeKey>
{
    public const int CounterBits = 20;
    public const int CounterMax = (1 << CounterBits) - 1;

    public static ScopeKey Of(InstanceId instance, int counter)
    {
        if (counter is < 0 or > CounterMax)
            throw new InvariantBrokenException($"Expected a counter from 0 to {CounterMax}, but it is {counter}: the instance has used up its keys.");
        return new((instance.Number << CounterBits) | (long)counter);
    }

    public static ScopeKey RootOf(InstanceId instance) => Of(instance, 0);

    public InstanceId Instance => new(Value >> CounterBits);

    public int Counter => (int)(Value & CounterMax);

    public int CompareTo(ScopeKey other) => Value.CompareTo(other.Value);

    public static bool operator <(ScopeKey left, ScopeKey right) => left.Value < right.Value;
    public static bool operator >(ScopeKey left, ScopeKey right) => left.Value > right.Value;
    public static bool operator <=(ScopeKey left, ScopeKey right) => left.Value <= right.Value;
    public static bool operator >=(ScopeKey left, ScopeKey right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
