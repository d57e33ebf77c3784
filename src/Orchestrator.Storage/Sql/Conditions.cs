using System.Linq.Expressions;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Sql;

/// <summary>Conditions that do not restrict when they are null.</summary>
internal static class Conditions
{
    public static IQueryable<T> WhereSet<T, TValue>(this IQueryable<T> rows, TValue? value, Func<TValue, Expression<Func<T, bool>>> condition) where TValue : struct =>
        value is { } present ? rows.Where(condition(present)) : rows;

    public static IQueryable<T> WhereText<T>(this IQueryable<T> rows, string? value, Func<string, Expression<Func<T, bool>>> condition) =>
        value is null ? rows : rows.Where(condition(value));

    /// <summary>Keys hold their instance in the upper bits: the rows of an instance are a range of the primary key.</summary>
    public static IQueryable<T> WhereInstance<T>(this IQueryable<T> rows, InstanceId? instance, Expression<Func<T, long>> key)
    {
        if (instance is not { } present) return rows;
        var (from, to) = (present.Number << ScopeKey.CounterBits, (present.Number + 1) << ScopeKey.CounterBits);
        var (atLeast, below) = (Expression.GreaterThanOrEqual(key.Body, Expression.Constant(from)), Expression.LessThan(key.Body, Expression.Constant(to)));
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.AndAlso(atLeast, below), key.Parameters));
    }

    public static IQueryable<T> WhereKey<T>(this IQueryable<T> rows, IReadOnlyCollection<ScopeKey>? keys, Expression<Func<T, long>> key)
    {
        if (keys is null) return rows;
        var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], Expression.Constant(keys.Select(one => one.Value).ToArray()), key.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(any, key.Parameters));
    }

    /// <summary>Any of the conditions; none at all matches nothing.</summary>
    public static IQueryable<T> WhereAny<T>(this IQueryable<T> rows, IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var any = conditions.Select(condition => new Swap(condition.Parameters[0], row).Visit(condition.Body))
            .Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(any, row));
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
