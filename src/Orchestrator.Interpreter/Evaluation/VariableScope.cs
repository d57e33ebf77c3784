using System.Diagnostics.CodeAnalysis;
using Orchestrator.Feel;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary>What an expression at one element instance sees: its own variables, then those of each enclosing scope up to the root of its process. A called process does not see its caller.</summary>
internal sealed class VariableScope(InstanceState state, ScopeKey from) : IFeelScope
{
    /// <summary>Names that hide all others; for values that are being made.</summary>
    public FeelContext Local { get; set; } = FeelContext.Empty;

    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        if (Local.TryGet(name, out value)) return true;
        return HolderOf(name) is { } holder && holder.Variables.TryGet(name, out value);
    }

    /// <summary>The innermost scope that holds the variable, or null.</summary>
    public ElementInstance? HolderOf(string name)
    {
        for (var element = state.Living(from); ; element = state.Living(element.Parent!.Value))
        {
            if (element.Variables.Contains(name)) return element;
            if (element.Type == ElementType.Process) return null;
        }
    }

    /// <summary>The root of the process that the instance belongs to.</summary>
    public ScopeKey ProcessRoot
    {
        get
        {
            var element = state.Living(from);
            while (element.Type != ElementType.Process) element = state.Living(element.Parent!.Value);
            return element.Key;
        }
    }

    /// <summary>Every visible variable; inner ones hide outer ones of the same name.</summary>
    public FeelContext All()
    {
        var visible = FeelContext.Empty;
        for (var element = state.Living(from); ; element = state.Living(element.Parent!.Value))
        {
            visible = element.Variables.With(visible);
            if (element.Type == ElementType.Process) return visible;
        }
    }
}
