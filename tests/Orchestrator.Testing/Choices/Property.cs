using System.Globalization;

namespace Orchestrator.Testing.Choices;

/// <summary>Holds a law against many random cases. A failure names in one line what runs the failing case again.</summary>
public static class Property
{
    /// <summary>Runs the law for these seeds; <c>SEED</c> or <c>TRAIL</c> in the environment runs that one case alone, <c>SEEDS</c> so many instead.</summary>
    /// <exception cref="PropertyBrokenException">With the line to run it again.</exception>
    public static void Holds(string test, int seeds, Action<Choice> law)
    {
        if (Environment.GetEnvironmentVariable("TRAIL") is { Length: > 0 } trail)
        {
            Run(test, "-", Choice.OfTrail(trail), law);
            return;
        }
        if (Environment.GetEnvironmentVariable("SEED") is { Length: > 0 } seed)
        {
            Run(test, seed, Choice.OfSeed(int.Parse(seed, CultureInfo.InvariantCulture)), law);
            return;
        }
        if (Environment.GetEnvironmentVariable("SEEDS") is { Length: > 0 } many) seeds = int.Parse(many, CultureInfo.InvariantCulture);
        for (var i = 1; i <= seeds; i++) Run(test, i.ToString(CultureInfo.InvariantCulture), Choice.OfSeed(i), law);
    }

    private static void Run(string test, string seed, Choice choice, Action<Choice> law)
    {
        try
        {
            law(choice);
        }
        catch (Exception broken)
        {
            throw new PropertyBrokenException($"SEED={seed} TRAIL={choice.Trail} dotnet test --filter Name={test}\n{broken.Message}", broken);
        }
    }
}

/// <summary>A law does not hold; the message begins with the line that runs the case again.</summary>
public sealed class PropertyBrokenException : Exception
{
    public PropertyBrokenException(string message, Exception inner) : base(message, inner) { }

    public PropertyBrokenException(string message) : base(message) { }

    public PropertyBrokenException() { }
}
