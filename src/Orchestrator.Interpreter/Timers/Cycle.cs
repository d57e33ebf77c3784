using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Timers;

/// <summary>A repeating interval (ISO 8601): <c>R3/PT1H</c>, <c>R/2026-01-01T09:00:00@Europe/Rome/P1D</c>. <see cref="Repetitions"/> is null when it goes on for ever.</summary>
internal sealed record Cycle(string Text, int? Repetitions, DateTimeOffset? Start, Length Interval)
{
    /// <summary>The cycle that a text writes down, or null when it is none.</summary>
    public static Cycle? Parse(string text, FeelEnvironment environment)
    {
        if (!text.StartsWith('R')) return null;
        var first = text.IndexOf('/', StringComparison.Ordinal);
        var last = text.LastIndexOf('/');
        if (first < 0) return null;

        // The name of a zone holds slashes too, so what stands between the first and the last one is the start.
        if (!TryRepetitions(text[1..first], out var repetitions)) return null;
        if (Length.Parse(text[(last + 1)..]) is not { IsPositive: true } interval) return null;
        if (first == last) return new(text, repetitions, null, interval);
        return Instants.Of(new FeelString(text[(first + 1)..last]), environment) is { } start ? new(text, repetitions, start, interval) : null;
    }

    private static bool TryRepetitions(string text, out int? repetitions)
    {
        repetitions = null;
        if (text is "" or "-1") return true;
        var good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        repetitions = count;
        return good;
    }

    /// <summary>
    /// The next instant after one that was due, and how many are left after it; null when there is none, or at the end of time. A cycle with a start keeps to its own instants, and those that have passed
    /// are used up. Without one the next is the one that was due plus the interval, so that lateness does not add up; when that has passed, now plus the interval. When all are wanted none is left out.
    /// </summary>
    public (DateTimeOffset DueAt, int? Left)? Next(DateTimeOffset due, int? left, DateTimeOffset now, CatchUpPolicy catchUp, TimeZoneInfo zone)
    {
        if (left == 0) return null;
        if (Start is { } start) return After(catchUp == CatchUpPolicy.All || due > now ? due : now, start, zone);
        if (!Interval.TryAddTo(due, zone, out var next)) return null;
        if (next <= now && catchUp != CatchUpPolicy.All && !Interval.TryAddTo(now, zone, out next)) return null;
        return (next, left - 1);
    }

    private (DateTimeOffset DueAt, int? Left)? After(DateTimeOffset instant, DateTimeOffset start, TimeZoneInfo zone)
    {
        // Rows keep whole microseconds, rounded up: an instant that was due is not to be found again behind itself.
        if (FirstFrom(start, instant.AddMicroseconds(1), zone) is not var (dueAt, passed)) return null;
        if (Repetitions is not { } count) return (dueAt, null);
        return passed < count ? (dueAt, (int)(count - 1 - passed)) : null;
    }

    /// <summary>The first instant of the cycle that has not passed at <paramref name="now"/>, and how many before it have; null at the end of time.</summary>
    public (DateTimeOffset DueAt, long Passed)? FirstFrom(DateTimeOffset first, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (first >= now) return (first, 0);

        // An estimate that is never too high, then the last few steps exactly.
        var passed = Math.Max(0, (long)((now - first).TotalSeconds / Interval.Seconds) - 2);
        while (true)
        {
            if (!Interval.Times(passed).TryAddTo(first, zone, out var due)) return null;
            if (due >= now) return (due, passed);
            passed++;
        }
    }
}
