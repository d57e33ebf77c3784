using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Dmn.Expressions;

/// <summary>A boxed context (10.2.1.4): entries that see those before them; an entry without a name is the result.</summary>
internal sealed class BoxedContext(EmbeddedText place, ImmutableArray<BoxedContext.Entry> entries, Boxed? result) : Boxed(place)
{
    public sealed record Entry(string Name, DmnType? Type, Boxed Value);

    public override FeelValue Evaluate(Run run, IFeelScope scope)
    {
        var inner = new LayerScope(scope);
        foreach (var entry in entries)
            inner.Set(entry.Name, run.Conform(entry.Type, entry.Value.Evaluate(run, inner), entry.Value.Place, entry.Name));
        return result is null ? Frame.Check(Run.Whole(Place), inner.ToContext()) : result.Evaluate(run, inner);
    }
}

/// <summary>A boxed list (10.2.1.5).</summary>
internal sealed class BoxedList(EmbeddedText place, ImmutableArray<Boxed> items) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope) =>
        Frame.NewList(Run.Whole(Place), [.. items.Select(item => item.Evaluate(run, scope))]);
}

/// <summary>A relation (10.2.1.6): a list of contexts with the same names.</summary>
internal sealed class BoxedRelation(EmbeddedText place, ImmutableArray<(string Name, DmnType? Type)> columns, ImmutableArray<ImmutableArray<Boxed>> rows) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope) =>
        Frame.NewList(Run.Whole(Place), [.. rows.Select(row => RowOf(run, scope, row))]);

    private FeelContext RowOf(Run run, IFeelScope scope, ImmutableArray<Boxed> row)
    {
        var context = new FeelContext.Builder();
        for (var i = 0; i < columns.Length; i++)
        {
            var (name, type) = columns[i];
            context.Set(name, i < row.Length ? run.Conform(type, row[i].Evaluate(run, scope), row[i].Place, name) : FeelNull.Instance);
        }
        return context.ToContext();
    }
}

/// <summary>A boxed conditional (10.2.1.9): anything but true takes the other way.</summary>
internal sealed class BoxedConditional(EmbeddedText place, Boxed condition, Boxed then, Boxed otherwise) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope) =>
        (condition.Evaluate(run, scope) is FeelBoolean { Value: true } ? then : otherwise).Evaluate(run, scope);
}
