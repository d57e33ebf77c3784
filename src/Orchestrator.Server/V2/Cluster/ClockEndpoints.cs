using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.V2.Cluster;

/// <summary>The virtual clock, where there is one: for tests and training.</summary>
internal static class ClockEndpoints
{
    private const long MillisecondsMax = 253_402_300_799_999; // the end of the year 9999

    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPut("/clock", Pin).Described("pinClock", "Sets the virtual clock, where there is one.").RequireAuthorization(Rights.SetClock).Produces(StatusCodes.Status204NoContent);
        v2.MapPost("/clock/reset", Reset).Described("resetClock", "Sets the virtual clock to the real instant.").RequireAuthorization(Rights.SetClock).Produces(StatusCodes.Status204NoContent);
    }

    private static IResult Pin(ClockRequest body, TimeProvider time)
    {
        if (time is not VirtualTime clock) return Real();
        if (body.Timestamp is < 0 or > MillisecondsMax) throw new InvalidRequestException("timestamp", "Expected milliseconds since 1970.");
        clock.Set(DateTimeOffset.FromUnixTimeMilliseconds(body.Timestamp));
        return TypedResults.NoContent();
    }

    private static IResult Reset(TimeProvider time)
    {
        if (time is not VirtualTime clock) return Real();
        clock.Reset();
        return TypedResults.NoContent();
    }

    private static IResult Real() => Problems.Forbidden("This server runs on the real clock; only one that is started with Clock:Virtual=true can be set.");
}

/// <summary>Milliseconds since 1970.</summary>
internal sealed record ClockRequest
{
    public required long Timestamp { get; init; }
}
