namespace Orchestrator.Dmn;

/// <summary>Every bound of the room, in one place. What an evaluation may cost is bounded by FEEL's own limits: a decision is one evaluation.</summary>
public static class DmnLimits
{
    /// <summary>Characters of one file, drawing included.</summary>
    public const int FileCharactersMax = 8 << 20;

    /// <summary>Elements inside elements.</summary>
    public const int DepthMax = 200;

    /// <summary>Cells of one decision table, inputs and outputs together.</summary>
    public const int TableCellsMax = 200_000;

    /// <summary>Diagnostics of one file; what follows is not listed.</summary>
    public const int DiagnosticsMax = 200;

    /// <summary>Evaluations of decisions that one result explains; further ones, of a service that is called in a loop, are not.</summary>
    public const int ExplainedDecisionsMax = 1_000;

    /// <summary>Looks into tables that one decision explains; further ones are not.</summary>
    public const int ExplainedTablesMax = 200;

    /// <summary>Longest chain of requirements that is looked through for cycles; an evaluation ends earlier, at FEEL's limit for calls.</summary>
    public const int RequirementDepthMax = 1_000;

    /// <summary>How much of the allowed nesting of calls one boxed function or required decision uses up.</summary>
    internal const int CallHeight = 8;
}
