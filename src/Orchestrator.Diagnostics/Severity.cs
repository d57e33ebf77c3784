namespace Orchestrator.Diagnostics;

/// <summary>How bad it is: an error refuses the deployment, a warning is shown and does not.</summary>
public enum Severity
{
    Warning = 1,
    Error = 2,
}
