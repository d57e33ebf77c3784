using System.Collections.Frozen;

namespace Orchestrator.Interpreter.State;

/// <summary>The steps an element instance can take in its life.</summary>
internal enum Transition
{
    Activate,
    BeginCompleting,
    Complete,
    Terminate,
}

/// <summary>Which step is legal from which status. An element that waits for nothing completes straight from Activating.</summary>
internal static class Lifecycle
{
    private static readonly FrozenDictionary<ElementStatus, Transition[]> Legal = new Dictionary<ElementStatus, Transition[]>
    {
        [ElementStatus.Activating] = [Transition.Activate, Transition.Complete, Transition.Terminate],
        [ElementStatus.Active] = [Transition.BeginCompleting, Transition.Terminate],
        [ElementStatus.Completing] = [Transition.Complete, Transition.Terminate],
    }.ToFrozenDictionary();

    public static bool Allows(ElementStatus from, Transition transition) => Array.IndexOf(Legal[from], transition) >= 0;
}
