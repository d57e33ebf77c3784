using System.Collections.Immutable;
using System.Xml;

namespace Orchestrator.Engine.Outbox;

/// <summary>The time a worker on the bus has for an attempt, from the task header <c>deadline</c>: a positive ISO 8601 duration without months and years.</summary>
internal static class JobDeadline
{
    public static TimeSpan? Of(ImmutableDictionary<string, string> headers)
    {
        if (!headers.TryGetValue("deadline", out var text)) return null;
        try
        {
            var span = XmlConvert.ToTimeSpan(text);
            return span > TimeSpan.Zero && span <= Runtime.EngineLimits.JobLockMax ? span : null;
        }
        catch (FormatException)
        {
            // An unreadable header is the author's slip: the engine's own deadline stands.
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
