using System.Globalization;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>The runs that a seed gives: <c>tests/long.sh kill [SEED] [N]</c> sets both; N runs for each victim on each database.</summary>
internal static class KillPlans
{
    private const int Kinds = 5;
    private static readonly Victim[] s_always = [Victim.Server, Victim.Broker, Victim.Agency];

    public static int Seed { get; } = Setting("ORCHESTRATOR_SEED", 1929);

    public static int Runs { get; } = Setting("ORCHESTRATOR_KILLS", Kinds);

    /// <summary>A second of the act's day: reminders are that much apart and the term passes after thirty.</summary>
    public static double SecondsPerDay => 0.6;

    public static TimeSpan Term => TimeSpan.FromSeconds(30 * SecondsPerDay);

    /// <summary>Kills around a term that nobody keeps.</summary>
    public static IEnumerable<KillPlan> OfTheTerm => All((random, number, victim) => (number % Kinds) switch
    {
        // The commission's own: killed before the term, started again after it.
        0 => (false, [new(victim, Term * 0.8, Term * 0.5)]),
        1 => (false, [Anywhere(random, victim)]),
        2 => (false, [Anywhere(random, victim) with { After = Term * (0.6 * random.NextDouble()) }, Anywhere(random, victim) with { After = Seconds(random, 0, 4) }]),
        3 => (true, [new(victim, Seconds(random, 0.3, 5), Seconds(random, 0.1, 2)), new(victim, Seconds(random, 0.1, 4), Seconds(random, 0.1, 2))]),
        _ => (false, [new(victim, Term + Seconds(random, -1, 1.5), Seconds(random, 1, 6))]),
    });

    /// <summary>Kills while a list of so many workers is checked and convened.</summary>
    public static IEnumerable<KillPlan> OfTheConvocation(int workers) => All((random, number, victim) => (number % 3) switch
    {
        0 => (false, [AtAMail(random, victim, workers)]),
        1 => (false, [new(victim, Seconds(random, 0, 2), Seconds(random, 0.5, 4)), AtAMail(random, victim, workers)]),
        _ => (false, [AtAMail(random, victim, workers / 2), new(victim, Seconds(random, 0.2, 3), Seconds(random, 0.5, 8))]),
    });

    private static IEnumerable<KillPlan> All(Func<Random, int, Victim, (bool FromStart, Strike[] Strikes)> strikes) =>
        from database in Enum.GetValues<ServerDatabase>()
        from victim in s_always
        from number in Enumerable.Range(0, Runs)
        let made = strikes(new Random(HashCode(Seed, (int)database, (int)victim, number)), number, victim)
        select new KillPlan(database, Seed, number, made.FromStart, made.Strikes);

    private static Strike Anywhere(Random random, Victim victim) => new(victim, Term * (1.1 * random.NextDouble()), Seconds(random, 0.2, 6));

    private static Strike AtAMail(Random random, Victim victim, int workers) =>
        new(victim, Seconds(random, 0, 0.05), Seconds(random, 0.5, 5)) { MailsFirst = random.Next(1, Math.Max(2, workers)) };

    private static TimeSpan Seconds(Random random, double from, double to) => TimeSpan.FromSeconds(from + ((to - from) * random.NextDouble()));

    // The runtime's own hash codes differ from run to run.
    private static int HashCode(params int[] parts) => parts.Aggregate(17, (sum, part) => unchecked((sum * 31) + part));

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
