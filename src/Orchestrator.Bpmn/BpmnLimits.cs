namespace Orchestrator.Bpmn;

/// <summary>Every bound of the reader, in one place.</summary>
public static class BpmnLimits
{
    /// <summary>Characters of one file, drawing included.</summary>
    public const int FileCharactersMax = 8 << 20;

    /// <summary>Elements inside elements.</summary>
    public const int DepthMax = 100;

    /// <summary>Flow nodes of one process, those of its sub-processes included.</summary>
    public const int NodesMax = 5_000;

    /// <summary>Sequence flows of one process.</summary>
    public const int FlowsMax = 20_000;

    /// <summary>Diagnostics of one file; what follows is not listed.</summary>
    public const int DiagnosticsMax = 200;
}
