using System.Globalization;

namespace Orchestrator.Bpmn.Model;

/// <summary>
/// The text of a <c>timeCycle</c>: a repeating interval of ISO 8601, <c>R[n]/[start/]duration</c>.
/// <see cref="Repetitions"/> is null for "for ever"; <see cref="Start"/> is an ISO date-time or null for "from now"; <see cref="Interval"/> is an ISO duration.
/// The parts are cut out here and read where the timer is armed.
/// </summary>
public sealed record TimerCycle(int? Repetitions, string? Start, string Interval)
{
    public static bool TryParse(string text, out TimerCycle cycle)
    {
        cycle = null!;
        var parts = text.Trim().Split('/');
        if (parts.Length is < 2 or > 3 || parts[0] is not ['R', .. var count]) return false;
        int? repetitions = null;
        if (count.Length > 0)
        {
            if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
            repetitions = number;
        }
        var start = parts.Length == 3 ? parts[1] : null;
        if (start is "" || parts[^1] is not ['P', ..]) return false;
        cycle = new TimerCycle(repetitions, start, parts[^1]);
        return true;
    }
}
