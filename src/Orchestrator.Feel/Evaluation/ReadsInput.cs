using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel.Evaluation;

/// <summary>Does a test speak of the input itself? Then its result decides; else the input is compared with its result (DMN 1.5, 7.3.4).</summary>
internal static class ReadsInput
{
    public static bool In(Expr tree) => tree switch
    {
        Expr.Name name => name.Value == "?",
        Expr.Literal => false,
        Expr.List list => list.Items.Any(In),
        Expr.Context context => context.Entries.Any(entry => In(entry.Value)),
        Expr.Range range => In(range.Start) || In(range.End),
        Expr.HalfRange half => In(half.End),
        Expr.Negate negate => In(negate.Operand),
        Expr.Arithmetic arithmetic => In(arithmetic.Left) || In(arithmetic.Right),
        Expr.Compare compare => In(compare.Left) || In(compare.Right),
        Expr.And and => In(and.Left) || In(and.Right),
        Expr.Or or => In(or.Left) || In(or.Right),
        Expr.Between between => In(between.Value) || In(between.Low) || In(between.High),
        Expr.In test => In(test.Value) || test.Candidates.Any(In),
        Expr.InstanceOf instance => In(instance.Value),
        Expr.If conditional => In(conditional.Condition) || In(conditional.Then) || In(conditional.Else),
        Expr.For loop => loop.Iterators.Any(InIterator) || In(loop.Body),
        Expr.Some some => some.Iterators.Any(InIterator) || In(some.Condition),
        Expr.Every every => every.Iterators.Any(InIterator) || In(every.Condition),
        Expr.Path path => In(path.Source),
        Expr.Filter filter => In(filter.Source) || In(filter.Condition),
        Expr.Call call => In(call.Callee) || call.Arguments.Any(argument => In(argument.Value)),
        Expr.Function function => In(function.Body),
        Expr.Tests => false,
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {tree.GetType().Name}."),
    };

    private static bool InIterator(Expr.Iterator iterator) => In(iterator.From) || (iterator.To is not null && In(iterator.To));
}
