namespace Orchestrator.Feel;

/// <summary>How a range was written. Ranges of different forms are never equal: <c>(= 5)</c> is not <c>[5..5]</c>.</summary>
public enum RangeForm
{
    /// <summary><c>[a..b]</c>, where a null end is open.</summary>
    Interval = 1,

    /// <summary><c>(&lt; a)</c>, <c>(&gt;= a)</c>, <c>(= a)</c>.</summary>
    Unary = 2,

    /// <summary><c>(!= a)</c>: both ends are a, and every other value lies inside.</summary>
    Unequal = 3,
}
