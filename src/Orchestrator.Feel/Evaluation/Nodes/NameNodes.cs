using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation.Nodes;

internal sealed class LiteralNode(TextSpan span, FeelValue value) : Node(span)
{
    public FeelValue Value => value;

    public override FeelValue Evaluate(Frame frame) => value;
}

/// <summary>A literal such as <c>@"2026-03-29T12:00:00@Europe/Rome"</c>: read once for each evaluation, because the rules of its zone come from there.</summary>
internal sealed class ZonedLiteralNode(TextSpan span, Node reading) : Node(span)
{
    private Known? _last;

    public override FeelValue Evaluate(Frame frame)
    {
        if (_last is { } last && ReferenceEquals(last.Environment, frame.Environment)) return last.Value;
        var value = reading.Evaluate(frame);
        // One reference, written at once: any thread sees a whole pair. Null is not kept, so that each place tells why.
        if (!value.IsNull) _last = new(frame.Environment, value);
        return value;
    }

    private sealed record Known(FeelEnvironment Environment, FeelValue Value);
}

/// <summary>A name declared inside the expression.</summary>
internal sealed class LocalNode(TextSpan span, int slot) : Node(span)
{
    // A slot is empty only where a function is called before the entry that it names has its value.
    public override FeelValue Evaluate(Frame frame) => frame.Locals[slot] ?? FeelNull.Instance;
}

/// <summary>A name from outside; where there is no such variable, a built-in function of that name.</summary>
internal sealed class VariableNode(TextSpan span, string name, FeelFunction? builtin) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        if (frame.Variables.TryGet(name, out var value)) return value;
        return builtin ?? (FeelValue)frame.Warn(Span, FeelDescriptors.UnknownVariable, name);
    }
}

/// <summary>A name inside filters: an entry of an item that is a context comes before names from outside the filter.</summary>
internal sealed class ItemEntryNode(TextSpan span, string name, ImmutableArray<int> items, Node otherwise) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        foreach (var slot in items)
            if (frame.Locals[slot] is FeelContext item && item.TryGet(name, out var value)) return value;
        return otherwise.Evaluate(frame);
    }
}
