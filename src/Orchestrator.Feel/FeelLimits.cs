namespace Orchestrator.Feel;

/// <summary>What an expression may cost. Beyond a limit it is refused when it is read, or gives null and a warning when it is evaluated; it never hangs and never throws.</summary>
public static class FeelLimits
{
    /// <summary>Longest expression that is read.</summary>
    public const int ExpressionLengthMax = 1 << 16;

    /// <summary>Deepest nesting of one expression; a chain such as <c>1 + 1 + 1</c> nests once per operator.</summary>
    public const int TreeHeightMax = 400;

    /// <summary>Sum of the nesting of all function calls that are open at one time: bounds recursion, and so the stack.</summary>
    public const int CallHeightMax = 2_000;

    /// <summary>Iterations, function calls and compared items of one evaluation; what stands in a large body counts with each iteration.</summary>
    public const int StepsMax = 1_000_000;

    /// <summary>Longest list that an expression may build.</summary>
    public const int ListItemsMax = 100_000;

    /// <summary>Most values and characters that one value may hold, where what is shared counts each time.</summary>
    public const long ValueWeightMax = 1 << 23;

    /// <summary>Deepest nesting of lists and contexts in one value; as deep as JSON is read.</summary>
    public const int ValueDepthMax = JsonDepthMax;

    /// <summary>Longest text that an expression may build.</summary>
    public const int TextLengthMax = 1 << 20;

    /// <summary>Warnings kept of one evaluation; further ones are dropped.</summary>
    public const int WarningsMax = 100;

    /// <summary>Longest regular expression.</summary>
    public const int PatternLengthMax = 1_000;

    /// <summary>Longest run of one match of a pattern that needs backtracking.</summary>
    public const int MatchMillisecondsMax = 250;

    /// <summary>Deepest nesting of a JSON text that is read as a value.</summary>
    public const int JsonDepthMax = 200;

    /// <summary>Days that one explanation lists by themselves; further ones are counted.</summary>
    public const int ExplainedDaysMax = 60;

    /// <summary>Calls of office functions that one evaluation explains; further ones are not.</summary>
    public const int ExplanationsMax = 100;

    /// <summary>How far the office functions search for a day that is not a holiday.</summary>
    public const int CalendarDaysMax = 40_000;
}
