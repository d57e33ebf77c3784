using System.Globalization;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>Who is killed. <see cref="Agency"/> is APL, which every run has; the other two are there when all three are asked for.</summary>
public enum Victim
{
    Server = 1,
    Broker = 2,
    Agency = 3,
    Regione = 4,
    AnpalServizi = 5,
}

/// <summary>The server's database in a run.</summary>
public enum ServerDatabase
{
    Sqlite = 1,
    PostgreSql = 2,
}

/// <summary>One kill: when, counted from the moment the run begins or from the end of the strike before, and how long the victim stays away.</summary>
public sealed record Strike(Victim Victim, TimeSpan After, TimeSpan Away)
{
    /// <summary>Strike not before so many mails lie in the spool.</summary>
    public int MailsFirst { get; init; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Victim} +{After.TotalSeconds:0.00}s{(MailsFirst > 0 ? $", at mail {MailsFirst}" : "")}, away {Away.TotalSeconds:0.0}s");
}

/// <summary>One run: its kills follow from the seed and its number alone.</summary>
/// <param name="FromStart">The strikes count from the start of the processes, so that they meet a server that is still starting; else from the moment the terms run.</param>
public sealed record KillPlan(ServerDatabase Database, int Seed, int Number, bool FromStart, IReadOnlyList<Strike> Strikes)
{
    // NUnit shows it as the test's name.
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Database} seed {Seed} run {Number}: {(FromStart ? "from the start: " : "")}{string.Join("; ", Strikes)}");
}
