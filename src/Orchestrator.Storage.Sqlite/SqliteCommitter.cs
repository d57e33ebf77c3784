using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Commits;
using Orchestrator.Storage.History;
using SQLitePCL;

namespace Orchestrator.Storage.Sqlite;

/// <summary>
/// The commit path on SQLite: one transaction of prepared statements for a whole batch, under the write gate. The history row decides: when its place is taken the
/// member is stale, when its request is known it is a duplicate.
/// </summary>
internal sealed class SqliteCommitter(SqliteDatabase database, EngineStorage.Toolbox tools, ICrashPoints crash) : ICommitter, IDisposable
{
    private static readonly string _insertInstance = ChangeSql.Insert("engine_instances", InstanceWrite.InsertColumns, Mark);

    private readonly Dictionary<string, SqliteStatement> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<ChangeSpec, SqliteStatement> _bySpec = new(ReferenceEqualityComparer.Instance);

    public async Task<IReadOnlyList<MemberOutcome>> CommitAsync(CommitBatch batch, CancellationToken cancellation)
    {
        var members = await tools.Preparer.PrepareAsync(batch, cancellation);
        MemberOutcome[] outcomes;
        await using (await database.Gate.EnterAsync(cancellation)) outcomes = Write(members);
        foreach (var (member, outcome) in members.Zip(outcomes))
        {
            if (outcome is not MemberOutcome.Committed) continue;
            if (member.Subject is { } subject) tools.Keys.Keep(subject.Subject, subject.Key);
            if (member.Instance.Insert is { } started) tools.Keys.Remember(started.Instance, started.Subject);
        }
        return outcomes;
    }

    private MemberOutcome[] Write(List<PreparedMember> members)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            var left = new HashSet<InstanceId>();
            var outcomes = new MemberOutcome[members.Count];
            for (var i = 0; i < members.Count; i++)
            {
                outcomes[i] = left.Contains(members[i].Member.Instance) ? new MemberOutcome.Stale() : Write(members[i]);
                if (outcomes[i] is not MemberOutcome.Committed) left.Add(members[i].Member.Instance);
            }
            Run("COMMIT");
            return outcomes;
        }
        catch
        {
            // A crash point or a full disk: what began must not stay open on the one writing connection. SQLite may have rolled back by itself.
            if (raw.sqlite3_get_autocommit(database.Writer.Handle) == 0) _ = raw.sqlite3_exec(database.Writer.Handle, "ROLLBACK");
            throw;
        }
    }

    private MemberOutcome Write(PreparedMember member)
    {
        // Only a member with contested rows can be given up after its first write; it alone pays for a savepoint.
        var contested = member.Subject is { } subject && subject.Subject != member.Member.Instance.Number || member.Member.Rows.Any(IsContested);
        if (contested) Run("SAVEPOINT member");
        var outcome = WriteHistory(member) ?? WriteInstance(member) ?? (MemberOutcome?)WriteRows(member);
        if (contested)
        {
            if (outcome is not null) Run("ROLLBACK TO member");
            Run("RELEASE member");
        }
        return outcome ?? new MemberOutcome.Committed(member.Row.Hash);
    }

    private bool IsContested(RowChange change) => !InstanceWrite.Concerns(change) && tools.Changes.Of(change).IsContested;

    private MemberOutcome? WriteHistory(PreparedMember member)
    {
        var (row, envelope) = (member.Row, member.Row.Envelope);
        var insert = Statement("INSERT INTO engine_history (instance, first_seq, count, at, actor, command_id, prev_hash, hash, payload) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING");
        insert.Int64(envelope.Instance);
        insert.Int64(envelope.FirstSequence);
        insert.Int32(envelope.Count);
        insert.Int64(envelope.AtTicks);
        insert.Text(envelope.Actor);
        insert.Bytes(member.CommandId);
        insert.Bytes(row.PreviousHash);
        insert.Bytes(row.Hash);
        insert.Bytes(row.Payload);
        if (Run(insert) == 1) return null;
        return FindRequest(member.CommandId) is { } record ? new MemberOutcome.Duplicate(record) : new MemberOutcome.Stale();
    }

    private RequestRecord? FindRequest(byte[] commandId)
    {
        var find = Statement("SELECT instance, first_seq, at FROM engine_history WHERE command_id = ?");
        find.Bytes(commandId);
        return find.FirstRow(3) is [var instance, var first, var at] ? new RequestRecord(new(instance), first, new HistoryEnvelope(instance, first, 1, at, "", default).At) : null;
    }

    private MemberOutcome.Stale? WriteInstance(PreparedMember member)
    {
        if (member.Instance.Insert is not null)
        {
            if (member.Subject is { } subject && !WriteSubject(subject)) return new MemberOutcome.Stale();
            var insert = Statement(_insertInstance);
            member.Instance.BindInsert(insert, member.Version, member.Row.Hash);
            Run(insert);
            return null;
        }
        var update = Statement("""
            UPDATE engine_instances SET version = ?, head_hash = ?, state = coalesce(?, state), ended_at = coalesce(?, ended_at), has_incident = coalesce(?, has_incident),
                definition = coalesce(?, definition)
            WHERE instance = ? AND version = ?
            """);
        update.Int64(member.Version);
        update.Bytes(member.Row.Hash);
        update.Int32((int?)member.Instance.State);
        update.Instant(member.Instance.EndedAt);
        update.Flag(member.Instance.HasIncident);
        update.Int64(member.Instance.Definition?.Value);
        update.Int64(member.Member.Instance.Number);
        update.Int64(member.Member.ExpectedVersion);
        if (Run(update) != 1)
            throw new InvariantBrokenException($"Expected instance {member.Member.Instance} at version {member.Member.ExpectedVersion}, where its history ends, but its row says otherwise: verify the instance.");
        return null;
    }

    private bool WriteSubject(NewSubject subject)
    {
        var insert = Statement("INSERT INTO engine_subjects (subject, wrapped_key) VALUES (?,?) ON CONFLICT DO NOTHING");
        insert.Int64(subject.Subject);
        insert.Bytes(subject.Wrapped);
        return Run(insert) == 1;
    }

    private MemberOutcome.Conflict? WriteRows(PreparedMember member)
    {
        foreach (var change in member.Member.Rows)
        {
            if (InstanceWrite.Concerns(change)) continue;
            var spec = tools.Changes.Of(change);
            var statement = Statement(spec);
            spec.Bind(change, statement);
            if (Run(statement) == 0 && spec.IsContested) return new MemberOutcome.Conflict(spec.Table);
        }
        if (member.Snapshot is { } snapshot)
        {
            var insert = Statement("INSERT INTO engine_snapshots (instance, version, payload) VALUES (?,?,?)");
            insert.Int64(member.Member.Instance.Number);
            insert.Int64(member.Version);
            insert.Bytes(snapshot);
            Run(insert);
        }
        return null;
    }

    private static string Mark(int position) => $"?{position}";

    private SqliteStatement Statement(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement)) _prepared[sql] = statement = new SqliteStatement(database.Writer.Handle!, sql);
        return statement;
    }

    private SqliteStatement Statement(ChangeSpec spec)
    {
        if (!_bySpec.TryGetValue(spec, out var statement)) _bySpec[spec] = statement = Statement(ChangeSql.Of(spec, Mark));
        return statement;
    }

    private void Run(string sql) => Run(Statement(sql));

    private int Run(SqliteStatement statement)
    {
        crash.Pass(statement.Before);
        var changed = statement.Run();
        crash.Pass(statement.After);
        return changed;
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values) statement.Dispose();
    }
}
