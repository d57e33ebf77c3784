namespace Orchestrator.Bpmn.Model;

/// <summary>Which version of a called process, decision or form is meant: the one of the same deployment (default), the latest when it is reached, or the one with a version tag.</summary>
public enum Binding
{
    Deployment = 1,
    Latest = 2,
    VersionTag = 3,
}
