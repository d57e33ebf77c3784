using System.Collections.Immutable;
using Orchestrator.Engine.Ports;
using Orchestrator.Forms;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>A command on its way into a lane. The instant is not in it: the lane reads the clock once per round.</summary>
/// <param name="Request">Idempotency key. The same key gives the same answer and one effect; a refused command leaves no trace of it.</param>
public sealed record Submission(Guid Request, InstanceId Instance, Actor Actor, Command Command)
{
    /// <summary>The key came from outside, so the command may be a repetition: a refusal is checked against what was accepted before.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Another reason to refuse, asked in the lane with the state that is decided on (null before a start). Must be pure.</summary>
    public Func<InstanceState?, Rejection?>? Precondition { get; init; }

    /// <summary>Rows written with the events of this command, beside the projections.</summary>
    public IReadOnlyList<RowChange> Rows { get; init; } = [];
}

/// <summary>An accepted command. <see cref="Position"/> is the position in history of its first event; <see cref="Repeated"/>: it had been accepted before, by the same request.</summary>
public sealed record Acceptance(InstanceId Instance, long Position, DateTimeOffset At, bool Repeated);

/// <summary>The answer to a submission: exactly one of the two. Whoever gets an acceptance finds it in history, whatever happens next.</summary>
public sealed record SubmitResult(Acceptance? Acceptance, Rejection? Rejection)
{
    /// <summary>Field by field what is wrong, when data did not fit their form; empty otherwise.</summary>
    public ImmutableArray<FormError> FormErrors { get; init; } = [];

    public static SubmitResult Accepted(Acceptance acceptance) => new(acceptance, null);

    public static SubmitResult Refused(RejectionReason reason, string message) => new(null, new Rejection(reason, message));
}
