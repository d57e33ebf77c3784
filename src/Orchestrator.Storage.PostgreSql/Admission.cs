using Npgsql;
using NpgsqlTypes;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Commits;
using Orchestrator.Storage.History;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>
/// Which members of a batch may be written: asks for versions, known requests and contested rows in one round trip, with the instances locked, so that the answer
/// holds until the transaction ends. What two nodes insert at the same moment is caught by the unique keys, and the batch is done again.
/// </summary>
internal sealed class Admission
{
    private readonly Dictionary<long, long> _versions = [];
    private readonly Dictionary<Guid, RequestRecord> _requests = [];
    private readonly HashSet<(long, string)> _correlations = [];
    private readonly HashSet<(string, string)> _reservations = [];
    private readonly HashSet<(long, string, DateTime)> _startTimers = [];
    private readonly HashSet<long> _subjects = [];

    /// <summary>The questions, as commands of one batch; <see cref="ReadAsync"/> takes the answers in the same order.</summary>
    public static void Ask(NpgsqlBatch batch, IReadOnlyList<PreparedMember> members)
    {
        Add(batch, "SELECT instance, version FROM engine_instances WHERE instance = ANY($1) ORDER BY instance FOR UPDATE",
            Array(NpgsqlDbType.Bigint, members.Select(member => member.Member.Instance.Number).Distinct().Order()));
        Add(batch, "SELECT command_id, instance, first_seq, at FROM engine_history WHERE command_id = ANY($1)",
            Array(NpgsqlDbType.Bytea, members.Select(member => member.CommandId)));
        var changes = members.SelectMany(member => member.Member.Rows).ToList();
        var correlations = changes.OfType<RowChange.RecordCorrelation>().ToList();
        Add(batch, "SELECT message, process_id FROM engine_message_correlations WHERE message = ANY($1)",
            Array(NpgsqlDbType.Bigint, correlations.Select(change => change.Message)));
        var reservations = changes.OfType<RowChange.ReserveStart>().ToList();
        Add(batch, "SELECT process_id, correlation_key FROM engine_start_reservations WHERE process_id = ANY($1) AND correlation_key = ANY($2)",
            Array(NpgsqlDbType.Text, reservations.Select(change => change.ProcessId)), Array(NpgsqlDbType.Text, reservations.Select(change => change.CorrelationKey)));
        Add(batch, "SELECT definition, element, due_at FROM engine_start_timers WHERE definition = ANY($1) FOR UPDATE",
            Array(NpgsqlDbType.Bigint, changes.OfType<RowChange.AdvanceStartTimer>().Select(change => change.Definition.Value)));
        Add(batch, "SELECT subject FROM engine_subjects WHERE subject = ANY($1)",
            Array(NpgsqlDbType.Bigint, members.Where(member => member.Subject is { } subject && subject.Subject != member.Member.Instance.Number).Select(member => member.Subject!.Subject)));
    }

    public static async Task<Admission> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var admission = new Admission();
        await EachAsync(reader, () => admission._versions[reader.GetInt64(0)] = reader.GetInt64(1), cancellation);
        await EachAsync(reader, () => admission._requests[new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true)] =
            new RequestRecord(new(reader.GetInt64(1)), reader.GetInt64(2), new HistoryEnvelope(0, 0, 1, reader.GetInt64(3), "", default).At), cancellation);
        await EachAsync(reader, () => admission._correlations.Add((reader.GetInt64(0), reader.GetString(1))), cancellation);
        await EachAsync(reader, () => admission._reservations.Add((reader.GetString(0), reader.GetString(1))), cancellation);
        await EachAsync(reader, () => admission._startTimers.Add((reader.GetInt64(0), reader.GetString(1), reader.GetDateTime(2))), cancellation);
        await EachAsync(reader, () => admission._subjects.Add(reader.GetInt64(0)), cancellation);
        return admission;
    }

    /// <summary>One outcome for each member, in order; members that go in see what earlier ones of the batch will have written.</summary>
    public MemberOutcome[] Decide(IReadOnlyList<PreparedMember> members)
    {
        var left = new HashSet<InstanceId>();
        var outcomes = new MemberOutcome[members.Count];
        for (var i = 0; i < members.Count; i++)
        {
            outcomes[i] = left.Contains(members[i].Member.Instance) ? new MemberOutcome.Stale() : Decide(members[i]);
            if (outcomes[i] is not MemberOutcome.Committed) left.Add(members[i].Member.Instance);
        }
        return outcomes;
    }

    private MemberOutcome Decide(PreparedMember prepared)
    {
        var member = prepared.Member;
        if (_requests.TryGetValue(member.Request, out var record)) return new MemberOutcome.Duplicate(record);
        if (_versions.GetValueOrDefault(member.Instance.Number) != member.ExpectedVersion) return new MemberOutcome.Stale();
        // The key of a shared subject was stored by somebody else meanwhile: prepared again, the member finds it.
        if (prepared.Subject is { } subject && _subjects.Contains(subject.Subject)) return new MemberOutcome.Stale();
        if (member.Rows.FirstOrDefault(IsTaken) is { } taken) return new MemberOutcome.Conflict(taken.GetType().Name);
        _requests[member.Request] = new RequestRecord(member.Instance, member.ExpectedVersion + 1, prepared.Row.Envelope.At);
        _versions[member.Instance.Number] = prepared.Version;
        if (prepared.Subject is { } fresh) _subjects.Add(fresh.Subject);
        foreach (var change in member.Rows) Take(change);
        return new MemberOutcome.Committed(prepared.Row.Hash);
    }

    private bool IsTaken(RowChange change) => change switch
    {
        RowChange.RecordCorrelation x => _correlations.Contains((x.Message, x.ProcessId)),
        RowChange.ReserveStart x => _reservations.Contains((x.ProcessId, x.CorrelationKey)),
        RowChange.AdvanceStartTimer x => !_startTimers.Contains(TimerOf(x)),
        _ => false,
    };

    private void Take(RowChange change)
    {
        switch (change)
        {
            case RowChange.RecordCorrelation x: _correlations.Add((x.Message, x.ProcessId)); break;
            case RowChange.ReserveStart x: _reservations.Add((x.ProcessId, x.CorrelationKey)); break;
            case RowChange.AdvanceStartTimer x: _startTimers.Remove(TimerOf(x)); break;
        }
    }

    private static (long, string, DateTime) TimerOf(RowChange.AdvanceStartTimer x) => (x.Definition.Value, x.Element, Sql.Instants.Stored(x.Due).UtcDateTime);

    private static async Task EachAsync(NpgsqlDataReader reader, Action take, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation)) take();
        await reader.NextResultAsync(cancellation);
    }

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type, IEnumerable<T> values) => new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };
}
