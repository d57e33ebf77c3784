using System.Globalization;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agency.Apl.Events;

/// <summary>
/// Keeps in the registry what the processes tell of cases and sessions: who waits for which session, which sessions are planned, the state of a case and how it left its
/// pathway. The registry knows an event by its key, so a second delivery changes nothing. Nothing is answered.
/// </summary>
public sealed class CaseKeeper(ICaseRegistry registry) :
    IEventHandler<SessionWanted>, IEventHandler<SessionPlanned>, IEventHandler<CaseStateChanged>, IEventHandler<PathwayCompleted>
{
    /// <summary>The case goes on the waiting list of the kind and centre.</summary>
    public async Task<IReadOnlyList<ProcessMessage>> HandleAsync(SessionWanted message, CancellationToken cancellation)
    {
        await registry.RecordWishAsync(new(KeyOf(message), message.Case, message.Centre, message.Kind, message.At), cancellation);
        return [];
    }

    /// <summary>The session counts among the planned ones, so that who fills another can tell whether they suffice.</summary>
    public async Task<IReadOnlyList<ProcessMessage>> HandleAsync(SessionPlanned message, CancellationToken cancellation)
    {
        var session = message.Session;
        try
        {
            await registry.PlanSessionAsync(
                new(session.Id, message.Agreement, SessionKinds.KeyOf(session.Type), RomeTime.Read("session.startAt", session.StartAt), session.DurationMin, session.Capacity, session.Centre, message.Crisis),
                cancellation);
        }
        catch (RegistryRefusedException refused) when (refused.Code == RefusalCode.WrongState)
        {
            // Delivered again after the session was cancelled: it is planned no more.
        }
        return [];
    }

    /// <summary>The state of the case, for waiting lists, appointments and reports.</summary>
    public async Task<IReadOnlyList<ProcessMessage>> HandleAsync(CaseStateChanged message, CancellationToken cancellation)
    {
        // A process may tell later than the change was.
        var at = DateTimeOffset.TryParse(message.HappenedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : message.At;
        await registry.RecordStateAsync(new(KeyOf(message), message.Case, message.Pathway, message.State, at), cancellation);
        return [];
    }

    /// <summary>How the case left its pathway; it waits for no session any more.</summary>
    public async Task<IReadOnlyList<ProcessMessage>> HandleAsync(PathwayCompleted message, CancellationToken cancellation)
    {
        await registry.RecordOutcomeAsync(
            new(KeyOf(message), message.Case, message.Pathway, message.Outcome, message.MoveTo, message.BookingState, message.At), cancellation);
        return [];
    }

    private static string KeyOf(ICatalogueMessage message) => message.MessageKey.ToString(CultureInfo.InvariantCulture);
}
