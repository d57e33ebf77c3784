using System.Collections.Immutable;
using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Commits;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>All rows of the admitted members, gathered by statement: inserts, then updates, then deletes (see <see cref="CommitMember.Rows"/>).</summary>
internal sealed class WritePlan(ChangeCatalogue changes)
{
    private static readonly ImmutableArray<Column> _history = ChangeSpec.Parse("instance:I first_seq:I count:i at:I actor:T command_id:B prev_hash:B hash:B payload:B");
    private static readonly ImmutableArray<Column> _heads = ChangeSpec.Parse("instance:I version:I head_hash:B state:i ended_at:@ has_incident:F definition:I");

    private readonly ArraySink _historyRows = new(_history);
    private readonly ArraySink _subjects = new(ChangeSpec.Parse("subject:I wrapped_key:B"));
    private readonly ArraySink _snapshots = new(ChangeSpec.Parse("instance:I version:I payload:B"));
    private readonly Dictionary<long, Head> _instances = [];
    private readonly Dictionary<ChangeSpec, ArraySink> _bySpec = new(ReferenceEqualityComparer.Instance);
    private readonly List<(ChangeSpec Spec, RowChange Change)> _inserts = [];
    private readonly Dictionary<object, (ChangeSpec Spec, RowChange Change)> _latest = [];

    private sealed record Head(InstanceWrite Write, long Version, byte[] Hash);

    public void Add(PreparedMember member)
    {
        AddHistory(member);
        if (member.Subject is { } subject)
        {
            _subjects.Int64(subject.Subject);
            _subjects.Bytes(subject.Wrapped);
        }
        if (member.Snapshot is { } snapshot)
        {
            _snapshots.Int64(member.Member.Instance.Number);
            _snapshots.Int64(member.Version);
            _snapshots.Bytes(snapshot);
        }
        AddInstance(member);
        foreach (var change in member.Member.Rows)
        {
            if (InstanceWrite.Concerns(change)) continue;
            var spec = changes.Of(change);
            if (spec.Kind is ChangeKind.Insert or ChangeKind.InsertContested) _inserts.Add((spec, change));
            else _latest[(change.GetType(), ChangeCatalogue.KeyOf(change))] = (spec, change);
        }
    }

    public void AddTo(NpgsqlBatch batch)
    {
        AddRows(batch, "engine_subjects", _subjects);
        AddRows(batch, "engine_history", _historyRows);
        AddHeads(batch);
        AddRows(batch, "engine_snapshots", _snapshots);
        foreach (var (spec, change) in _inserts.Concat(_latest.Values)) Bind(spec, change);
        foreach (var (spec, rows) in _bySpec.OrderBy(entry => Order(entry.Key))) Add(batch, BatchSql.Of(spec, rows), rows);
    }

    private void AddHistory(PreparedMember member)
    {
        var (row, envelope) = (member.Row, member.Row.Envelope);
        _historyRows.Int64(envelope.Instance);
        _historyRows.Int64(envelope.FirstSequence);
        _historyRows.Int32(envelope.Count);
        _historyRows.Int64(envelope.AtTicks);
        _historyRows.Text(envelope.Actor);
        _historyRows.Bytes(member.CommandId);
        _historyRows.Bytes(row.PreviousHash);
        _historyRows.Bytes(row.Hash);
        _historyRows.Bytes(row.Payload);
    }

    private void AddInstance(PreparedMember member)
    {
        var number = member.Member.Instance.Number;
        var write = member.Instance;
        if (_instances.TryGetValue(number, out var earlier))
            write = earlier.Write with
            {
                State = write.State ?? earlier.Write.State,
                EndedAt = write.EndedAt ?? earlier.Write.EndedAt,
                HasIncident = write.HasIncident ?? earlier.Write.HasIncident,
                Definition = write.Definition ?? earlier.Write.Definition,
            };
        _instances[number] = new Head(write, member.Version, member.Row.Hash);
    }

    private void AddHeads(NpgsqlBatch batch)
    {
        var (inserts, updates) = (new ArraySink(InstanceWrite.InsertColumns), new ArraySink(_heads));
        foreach (var (number, head) in _instances)
        {
            if (head.Write.Insert is not null)
            {
                head.Write.BindInsert(inserts, head.Version, head.Hash);
                continue;
            }
            updates.Int64(number);
            updates.Int64(head.Version);
            updates.Bytes(head.Hash);
            updates.Int32((int?)head.Write.State);
            updates.Instant(head.Write.EndedAt);
            updates.Flag(head.Write.HasIncident);
            updates.Int64(head.Write.Definition?.Value);
        }
        AddRows(batch, "engine_instances", inserts);
        if (updates.Rows > 0)
        {
            Add(batch, $"""
                UPDATE engine_instances AS t SET version = r.c2, head_hash = r.c3, state = coalesce(r.c4, t.state), ended_at = coalesce(r.c5, t.ended_at), has_incident = coalesce(r.c6, t.has_incident),
                    definition = coalesce(r.c7, t.definition)
                FROM {updates.Unnest()} WHERE t.instance = r.c1
                """, updates);
        }
    }

    private void Bind(ChangeSpec spec, RowChange change)
    {
        // Keys and values can name a column twice (an instant moved from one value to another): the array columns stand by position.
        if (!_bySpec.TryGetValue(spec, out var rows)) _bySpec[spec] = rows = new ArraySink([.. spec.Columns]);
        spec.Bind(change, rows);
    }

    // An assignment stands before the end of the same task: of two changes of one row the end is the later.
    private static (int, bool) Order(ChangeSpec spec) => (spec.Kind switch
    {
        ChangeKind.Insert or ChangeKind.InsertContested => 0,
        ChangeKind.Upsert => 1,
        ChangeKind.Update or ChangeKind.UpdateContested => 2,
        _ => 3,
    }, spec.Values.Any(column => column.Name == "ended_at"));

    private static void AddRows(NpgsqlBatch batch, string table, ArraySink rows)
    {
        if (rows.Rows > 0) Add(batch, BatchSql.Insert(table, rows), rows);
    }

    private static void Add(NpgsqlBatch batch, string sql, ArraySink rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        rows.AddTo(command.Parameters);
        batch.BatchCommands.Add(command);
    }
}
