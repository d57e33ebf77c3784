namespace Orchestrator.Hosting.Demo;

/// <summary>What a demonstration is asked to be.</summary>
/// <param name="Scenario"><c>A</c>, <c>B</c> or <c>D</c> of the sample data.</param>
/// <param name="Seed">Every choice of the scripted people follows from it.</param>
/// <param name="Folder">Database, spool and published files stand here.</param>
/// <param name="Database">The SQLite file.</param>
/// <param name="Resume">Goes on with a run that was cut; otherwise the file must not exist.</param>
public sealed record DemoOptions(string Scenario, long Seed, string Folder, string Database, bool Resume);
