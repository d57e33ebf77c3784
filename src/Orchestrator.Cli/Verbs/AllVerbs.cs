namespace Orchestrator.Cli.Verbs;

/// <summary>Everything the program does.</summary>
internal static class AllVerbs
{
    public static IReadOnlyList<Verb> List { get; } =
    [
        LintVerb.Verb,
        ScenarioVerb.Verb,
        ReplayVerb.Verb,
        VerifyVerb.Verb,
        SealVerb.Verb,
        MigrateVerb.Verb,
        ExportVerb.Verb,
        FeelVerb.Verb,
        DmnVerb.Verb,
        ConformanceDmnVerb.Verb,
        SampleVerb.Verb,
        DemoVerb.Verb,
        AdminCreateVerb.Verb,
    ];
}
