using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Sql;

/// <summary>Commands that EF Core runs pass the same crash points as our own.</summary>
internal sealed class CrashInterceptor(ICrashPoints crash) : DbCommandInterceptor
{
    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        crash.Pass("before " + command.CommandText);
        return new(result);
    }

    /// <inheritdoc/>
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        crash.Pass("after " + command.CommandText);
        return new(result);
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        crash.Pass("before " + command.CommandText);
        return new(result);
    }

    /// <inheritdoc/>
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        crash.Pass("after " + command.CommandText);
        return new(result);
    }
}
