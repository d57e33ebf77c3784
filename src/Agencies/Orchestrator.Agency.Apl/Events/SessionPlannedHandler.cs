using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Events;

/// <summary><c>SessionPlanned</c>: the session counts among the planned ones, so that who fills another can tell whether they suffice.</summary>
public sealed class SessionPlannedHandler(ICaseRegistry registry) : IProcessEventHandler
{
    /// <inheritdoc/>
    public string MessageName => "SessionPlanned";

    /// <inheritdoc/>
    public async Task HandleAsync(ProcessEvent told, CancellationToken cancellation)
    {
        var session = SessionInput.Read(told.Variables["session"], "session");
        try
        {
            await registry.PlanSessionAsync(
                new(session.Id, told.OptionalText("agreement"), session.Purpose, session.StartsAt, session.DurationMinutes, session.Capacity, session.Centre, told.OptionalText("crisis")),
                cancellation);
        }
        catch (RegistryRefusedException refused) when (refused.Code == RefusalCode.WrongState)
        {
            // Delivered again after the session was cancelled: it is planned no more.
        }
    }
}
