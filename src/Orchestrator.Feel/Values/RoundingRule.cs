namespace Orchestrator.Feel;

/// <summary>The rounding modes of FEEL's numeric functions (DMN 1.5, 10.3.4.5). Up and down look at the magnitude, floor and ceiling at the value.</summary>
public enum RoundingRule
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}
