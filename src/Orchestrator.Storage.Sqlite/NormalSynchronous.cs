using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Orchestrator.Storage.Sqlite;

/// <summary>Connections that EF Core opens wait for no disk at a commit (<see cref="StorageOptions.SurvivesLossOfPower"/>).</summary>
internal sealed class NormalSynchronous : DbConnectionInterceptor
{
    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqliteConnections.NormalSynchronous;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = SqliteConnections.NormalSynchronous;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
