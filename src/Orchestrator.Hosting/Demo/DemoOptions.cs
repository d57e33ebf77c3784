using Orchestrator.Cases.Samples;

namespace Orchestrator.Hosting.Demo;

/// <summary>What a demonstration is asked to be.</summary>
/// <param name="Scenario">One of <see cref="SampleScenarios"/>, or one like it with fewer workers.</param>
/// <param name="Seed">Every choice of the scripted people follows from it.</param>
/// <param name="Folder">Database, spool and published files stand here.</param>
/// <param name="Database">The SQLite file.</param>
/// <param name="Resume">Goes on with a run that was cut; otherwise the file must not exist.</param>
public sealed record DemoOptions(SampleScenario Scenario, long Seed, string Folder, string Database, bool Resume);
