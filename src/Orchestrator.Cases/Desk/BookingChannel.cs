namespace Orchestrator.Cases.Desk;

/// <summary>How a worker came to book.</summary>
public static class BookingChannel
{
    /// <summary>All channels, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } = ["autonomo", "con supporto CPI", "con supporto ANPAL Servizi", "patronato"];
}
