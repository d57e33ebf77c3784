namespace Orchestrator.Dmn;

/// <summary>What a table does with several matching rules (DMN 1.5, 8.2.8).</summary>
public enum HitPolicy
{
    Unique = 1,
    Any = 2,
    Priority = 3,
    First = 4,
    RuleOrder = 5,
    OutputOrder = 6,
    Collect = 7,
    CollectSum = 8,
    CollectMin = 9,
    CollectMax = 10,
    CollectCount = 11,
}
