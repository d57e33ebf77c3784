using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Commits;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>
/// The commit path on PostgreSQL: one connection, two round trips for a whole batch. The first locks the instances and asks what stands in the way; the second
/// writes everything, one statement for each kind of row, and commits.
/// </summary>
internal sealed class PostgreSqlCommitter(PostgreSqlDatabase database, EngineStorage.Toolbox tools, ICrashPoints crash) : ICommitter, IAsyncDisposable
{
    private const int AttemptsMax = 8;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private NpgsqlConnection? _connection;

    public async Task<IReadOnlyList<MemberOutcome>> CommitAsync(CommitBatch batch, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var members = await tools.Preparer.PrepareAsync(batch, cancellation);
            try
            {
                var outcomes = await WriteAsync(members, cancellation);
                foreach (var (member, outcome) in members.Zip(outcomes))
                {
                    if (outcome is not MemberOutcome.Committed) continue;
                    if (member.Subject is { } subject) tools.Keys.Keep(subject.Subject, subject.Key);
                    if (member.Instance.Insert is { } started) tools.Keys.Remember(started.Instance, started.Subject);
                }
                return outcomes;
            }
            catch (PostgresException met) when (attempt < AttemptsMax && met.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                // Another node wrote the same unique row at the same moment; asked again, it is seen.
            }
        }
    }

    private async Task<MemberOutcome[]> WriteAsync(List<PreparedMember> members, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await WriteAsync(await ConnectAsync(cancellation), members, cancellation);
        }
        catch
        {
            // Whatever state the connection is in, the next commit begins on a fresh one.
            if (_connection is { } broken) await broken.DisposeAsync();
            _connection = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<MemberOutcome[]> WriteAsync(NpgsqlConnection connection, List<PreparedMember> members, CancellationToken cancellation)
    {
        crash.Pass("before BEGIN and questions");
        await using var ask = new NpgsqlBatch(connection);
        ask.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        Admission.Ask(ask, members);
        Admission admission;
        await using (var reader = await ask.ExecuteReaderAsync(cancellation)) admission = await Admission.ReadAsync(reader, cancellation);
        crash.Pass("after BEGIN and questions");

        var outcomes = admission.Decide(members);
        var plan = new WritePlan(tools.Changes);
        foreach (var (member, outcome) in members.Zip(outcomes))
            if (outcome is MemberOutcome.Committed) plan.Add(member);
        await using var write = new NpgsqlBatch(connection);
        plan.AddTo(write);
        write.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        crash.Pass("before rows and COMMIT");
        await write.ExecuteNonQueryAsync(cancellation);
        crash.Pass("after rows and COMMIT");
        return outcomes;
    }

    private async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        if (_connection is { State: System.Data.ConnectionState.Open } open) return open;
        if (_connection is { } closed) await closed.DisposeAsync();
        return _connection = await database.OpenWriterAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection) await connection.DisposeAsync();
        _turn.Dispose();
    }
}
