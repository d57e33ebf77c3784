using System.Data.Common;

namespace Orchestrator.Storage.Sql;

/// <summary>
/// What differs between databases in the SQL that both run (style S23). Statements name their parameters <c>@name</c>; <c>{now}</c>, <c>{until}</c> and
/// <c>{skip locked}</c> in them are replaced by <see cref="Render"/>.
/// </summary>
internal abstract class SqlDialect
{
    /// <summary>Behind a sub-select that claims rows: pass over rows that another node is claiming.</summary>
    protected abstract string SkipLocked { get; }

    /// <summary>The instant that due rows are compared with: the parameter, or the database's own clock (design D13).</summary>
    protected virtual string Now => "@now";

    /// <summary>The end of a claim: the parameter, or as far after the database's clock.</summary>
    protected virtual string Until => "@until";

    public string Render(string sql) => sql
        .Replace("{skip locked}", SkipLocked, StringComparison.Ordinal)
        .Replace("{now}", Now, StringComparison.Ordinal)
        .Replace("{until}", Until, StringComparison.Ordinal);

    /// <summary>An instant as a parameter, rounded down to the microsecond: what is stored was rounded up, so nothing is taken early.</summary>
    public abstract object Instant(DateTimeOffset instant);

    public abstract DateTimeOffset ReadInstant(DbDataReader reader, int column);

    /// <summary>A number as it is stored in a search column.</summary>
    public abstract object Number(decimal number);

    public abstract decimal ReadNumber(DbDataReader reader, int column);

    /// <summary>The row exists already, by a unique key.</summary>
    public abstract bool IsUniqueViolation(Exception failure);
}
