using System.Globalization;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>How a run of the first thirty days is killed: follows from the seed alone.</summary>
internal sealed record ThirtyDaysPlan(long Seed, double SecondsPerDay, IReadOnlyList<Strike> Strikes)
{
    // The table of the crisis takes the first eight days or so, the thirty days after the signature the others. The last ones are left to come back.
    private const double LastDay = 34;

    /// <summary>Each victim once, at a random moment of the run, and away for some seconds.</summary>
    public static ThirtyDaysPlan Of(long seed, double secondsPerDay, params Victim[] victims)
    {
        var random = new Random(unchecked((int)(seed * 31)));
        random.Shuffle(victims);
        var moments = victims.Select(_ => random.NextDouble() * LastDay * secondsPerDay).Order().ToList();
        var strikes = new List<Strike>();
        var at = 0.0;
        foreach (var (victim, moment) in victims.Zip(moments))
        {
            var away = 0.5 + (2.5 * random.NextDouble());
            strikes.Add(new(victim, TimeSpan.FromSeconds(Math.Max(0, moment - at)), TimeSpan.FromSeconds(away)));
            at = Math.Max(at, moment) + away;
        }
        return new(seed, secondsPerDay, strikes);
    }

    // NUnit shows it as the test's name.
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, {SecondsPerDay} s a day: {string.Join("; ", Strikes)}");
}
