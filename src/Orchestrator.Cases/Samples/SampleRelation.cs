namespace Orchestrator.Cases.Samples;

/// <summary>An employment of somebody with somebody.</summary>
internal sealed record SampleRelation(int Number, string Worker, string Employer, SampleTrade Trade, string Ateco, string Municipality, string Hours);
