namespace Orchestrator.Storage.Sql;

/// <summary>Instants as the databases keep them: whole microseconds.</summary>
internal static class Instants
{
    private const int TicksPerMicrosecond = 10;

    /// <summary>Microseconds since 1970, rounded up, so that nothing is due before its event says so.</summary>
    public static long Micros(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - DateTime.UnixEpoch.Ticks;
        var (whole, rest) = Math.DivRem(ticks, TicksPerMicrosecond);
        return rest > 0 ? whole + 1 : whole;
    }

    /// <summary>Rounded down: a clock reading that due instants are compared with.</summary>
    public static long Floor(DateTimeOffset instant) => (instant.UtcTicks - DateTime.UnixEpoch.Ticks) is var ticks && ticks >= 0 ? ticks / TicksPerMicrosecond : (ticks - TicksPerMicrosecond + 1) / TicksPerMicrosecond;

    public static DateTimeOffset OfMicros(long micros) => new(DateTime.UnixEpoch.Ticks + micros * TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The instant as it comes back from a database.</summary>
    public static DateTimeOffset Stored(DateTimeOffset instant) => OfMicros(Micros(instant));
}
