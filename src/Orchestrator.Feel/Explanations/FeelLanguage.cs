namespace Orchestrator.Feel;

/// <summary>The languages in which an explanation is written.</summary>
public enum FeelLanguage
{
    Italian = 1,
    English = 2,
}
