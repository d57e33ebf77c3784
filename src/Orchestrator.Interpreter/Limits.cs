namespace Orchestrator.Interpreter;

/// <summary>Every bound of the interpreter, in one place (style S14).</summary>
public static class Limits
{
    /// <summary>Steps of one decision. A loop that passes it becomes an incident (design §8.14).</summary>
    public const int StepsPerDecisionMax = 10_000;

    /// <summary>Bodies of a parallel multi-instance activated by one command; the rest follow by <see cref="Command.Continue"/>.</summary>
    public const int MultiInstanceBatch = 1_000;

    public const int MultiInstanceItemsMax = 100_000;

    public const int VariableBytesMax = 1 << 20;

    /// <summary>A note about a case.</summary>
    public const int CommentCharsMax = 2_000;

    /// <summary>A file that is brought to a task.</summary>
    public const int AttachmentBytesMax = 10 << 20;

    public const int AttachmentNameCharsMax = 200;

    /// <summary>Files that lie with one task at a time.</summary>
    public const int AttachmentsPerTaskMax = 20;

    /// <summary>Files that lie with one instance at a time: each stands in its state.</summary>
    public const int AttachmentsPerInstanceMax = 1_000;

    public const int NestedCallsMax = 32;

    /// <summary>Characters of a key or name that an expression gives: a message's name and correlation key, a job type, an assignee, a group. They stand in indexes.</summary>
    public const int KeyLengthMax = 200;

    /// <summary>Keys of an instance kept back for the incidents that say it has used up the others.</summary>
    public const int KeysReserved = 20_000;

    /// <summary>Entries of a list or context that a condition's record keeps; of a larger one only the size is kept.</summary>
    public const int SeenEntriesMax = 50;

    /// <summary>Warnings of one decision that history keeps.</summary>
    public const int DecisionRemarksMax = 20;

    /// <summary>Rules of one look into a table whose failed cell is kept as text; of further ones only its column.</summary>
    public const int FailedCellsMax = 1_000;

    /// <summary>Characters of a cell, column label or annotation that history keeps.</summary>
    public const int CellLengthMax = 300;

    /// <summary>How long a published message waits for its receiver when the definition says nothing.</summary>
    public static readonly TimeSpan TimeToLiveDefault = TimeSpan.FromDays(30);
}
