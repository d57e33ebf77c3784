using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Feel;
using Orchestrator.Feel.Evaluation;
using Orchestrator.Feel.Evaluation.Nodes;

namespace Orchestrator.Dmn.Expressions;

/// <summary>A boxed filter (10.2.1.10): the items for which the match is true, or the item at the position that it gives.</summary>
internal sealed class BoxedFilter(EmbeddedText place, Boxed source, Boxed match) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope)
    {
        var value = source.Evaluate(run, scope);
        if (value.IsNull) return FeelNull.Instance;
        var list = value as FeelList ?? new FeelList(value);
        var kept = ImmutableArray.CreateBuilder<FeelValue>();
        foreach (var item in list)
        {
            run.Frame.Step(Run.Whole(Place));
            switch (match.Evaluate(run, new ItemScope(item, scope)))
            {
                case FeelBoolean { Value: true }: kept.Add(item); break;
                case FeelNumber position: return ItemAt(run, list, position);
                case FeelBoolean or FeelNull: break;
                case var other: return run.Warn(Place, FeelDescriptors.NotBoolean, "the match", other.TypeName);
            }
        }
        return Frame.NewList(Run.Whole(Place), kept.ToImmutable());
    }

    private FeelValue ItemAt(Run run, FeelList list, FeelNumber position)
    {
        for (var i = 1; i <= list.Count; i++)
        {
            if (position.Value == i) return list[i - 1];
            if (position.Value == -i) return list[^i];
        }
        return run.Warn(Place, FeelDescriptors.BadIndex, list.Count, position);
    }
}

/// <summary>A boxed for (10.2.1.11): its results one by one, with those so far as <c>partial</c>.</summary>
internal sealed class BoxedFor(EmbeddedText place, string variable, Boxed source, Boxed body, bool readsPartial) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope)
    {
        if (Items.Of(run, Place, source.Evaluate(run, scope)) is not { } items) return FeelNull.Instance;
        var results = ImmutableArray.CreateBuilder<FeelValue>();
        foreach (var item in items)
        {
            run.Frame.Step(Run.Whole(Place));
            Frame.CheckCount(Run.Whole(Place), results.Count + 1);
            var inner = new LayerScope(scope);
            inner.Set(variable, item);
            if (readsPartial)
            {
                run.Frame.Step(Run.Whole(Place), results.Count / 64);
                inner.Set("partial", new FeelList(results.ToImmutable()));
            }
            results.Add(body.Evaluate(run, inner));
        }
        return Frame.NewList(Run.Whole(Place), results.ToImmutable());
    }
}

/// <summary>A boxed some or every (10.2.1.12): a condition that is neither true nor false leaves the result open unless another decides it.</summary>
/// <param name="decides">The result of a condition that decides the whole: true for some, false for every.</param>
internal sealed class BoxedQuantified(EmbeddedText place, string variable, Boxed source, Boxed condition, bool decides) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope)
    {
        if (Items.Of(run, Place, source.Evaluate(run, scope)) is not { } items) return FeelNull.Instance;
        var open = false;
        foreach (var item in items)
        {
            run.Frame.Step(Run.Whole(Place));
            var inner = new LayerScope(scope);
            inner.Set(variable, item);
            switch (condition.Evaluate(run, inner))
            {
                case FeelBoolean result when result.Value == decides: return result;
                case FeelBoolean: break;
                case FeelNull: open = true; break;
                case var other: return run.Warn(Place, FeelDescriptors.NotBoolean, "the condition", other.TypeName);
            }
        }
        return open ? FeelNull.Instance : FeelBoolean.Of(!decides);
    }
}

/// <summary>What a loop goes through: the same as in FEEL's own loops.</summary>
internal static class Items
{
    /// <summary>Null when there are none to be had; the warning is then written.</summary>
    public static IReadOnlyList<FeelValue>? Of(Run run, EmbeddedText place, FeelValue value)
    {
        var span = Run.Whole(place);
        var caller = run.Frame.Enter(place, run.Frame.Variables, run.Frame.Locals);
        var items = new IteratorNode(0, new LiteralNode(span, value), null).Values(run.Frame);
        run.Frame.Return(caller);
        return items;
    }
}
