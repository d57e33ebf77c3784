using System.Collections.Immutable;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Changes;

/// <summary>What one commit does to the instance row, gathered from the member's changes so that the row is written once.</summary>
internal sealed record InstanceWrite(InstanceRow? Insert, InstanceRowState? State, DateTimeOffset? EndedAt, bool? HasIncident, DefinitionKey? Definition)
{
    private static readonly InstanceWrite _none = new(null, null, null, null, null);

    public static ImmutableArray<Column> InsertColumns { get; } = ChangeSpec.Parse(
        "instance:I version:I head_hash:B definition:I process_id:T business_key:T subject:I state:i started_at:@ ended_at:@ has_incident:F sealed_version:I");

    public static InstanceWrite Of(CommitMember member)
    {
        var write = _none;
        foreach (var change in member.Rows)
        {
            write = change switch
            {
                RowChange.InsertInstance insert => write with { Insert = insert.Row },
                RowChange.EndInstance end => write with { State = end.State, EndedAt = end.EndedAt },
                RowChange.MoveInstance move => write with { Definition = move.Definition },
                RowChange.SetIncidentFlag flag => write with { HasIncident = flag.HasIncident },
                _ => write,
            };
        }
        if ((write.Insert is null) != (member.ExpectedVersion > 0))
            throw new InvariantBrokenException($"Expected the first commit of instance {member.Instance}, and it alone, to insert the instance row; the version is {member.ExpectedVersion}.");
        return write;
    }

    public static bool Concerns(RowChange change) => change is RowChange.InsertInstance or RowChange.EndInstance or RowChange.MoveInstance or RowChange.SetIncidentFlag;

    /// <summary>The values of <see cref="InsertColumns"/>, with what the same commit ended or flagged.</summary>
    public void BindInsert(IColumnSink sink, long version, byte[] head)
    {
        var row = Insert!;
        sink.Int64(row.Instance.Number);
        sink.Int64(version);
        sink.Bytes(head);
        sink.Int64((Definition ?? row.Definition).Value);
        sink.Text(row.ProcessId);
        sink.Text(row.BusinessKey);
        sink.Int64(row.Subject);
        sink.Int32((int)(State ?? row.State));
        sink.Instant(row.StartedAt);
        sink.Instant(EndedAt ?? row.EndedAt);
        sink.Flag(HasIncident ?? row.HasIncident);
        sink.Int64(0);
    }
}
