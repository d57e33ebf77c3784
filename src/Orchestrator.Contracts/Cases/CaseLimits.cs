namespace Orchestrator.Contracts.Cases;

/// <summary>The limits of the registry, units last.</summary>
public static class CaseLimits
{
    /// <summary>Largest file of workers.</summary>
    public const int ImportBytesMax = 5 * 1024 * 1024;

    /// <summary>Most rows in one file of workers, without the header.</summary>
    public const int ImportRowsMax = 10_000;

    /// <summary>Longest value in a file of workers.</summary>
    public const int ImportFieldCharsMax = 400;

    /// <summary>Most rows, recipients or cases in one page or one report.</summary>
    public const int PageRowsMax = 500;

    /// <summary>Most persons in one group session.</summary>
    public const int SessionCasesMax = 1_000;

    /// <summary>Longest group session.</summary>
    public const int SessionMinutesMax = 24 * 60;

    /// <summary>Most areas and profiles in one agreement.</summary>
    public const int ScopesMax = 200;

    /// <summary>Most people in one area or profile.</summary>
    public const int QuotaMax = 100_000;

    /// <summary>Longest name, address or reason.</summary>
    public const int TextCharsMax = 400;
}
