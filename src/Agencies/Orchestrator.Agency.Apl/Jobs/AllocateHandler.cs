using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.allocate</c>: inputs <c>session</c> (see <see cref="SessionInput"/>), <c>crisis</c> and optionally <c>agreement</c> and <c>centre</c> (only cases of it). Fills the
/// session from the waiting list of its kind, the longest waiting first, up to its capacity. Returns <c>places</c> (case ids), <c>placed</c>, <c>waiting</c> and, when
/// the sessions planned do not suffice for those who wait, <c>warning</c> in words. Whoever has a place keeps it when the job is repeated.
/// </summary>
public sealed class AllocateHandler(ICaseRegistry registry) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "apl.allocate";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var session = SessionInput.Read(job.Input["session"], "session");
        var (agreement, crisis) = job.RequiredOwner();
        var centre = job.OptionalText("centre") ?? session.Centre;
        var filled = await registry.AllocateAsync(
            new(session.Id, agreement, session.Purpose, session.StartsAt, session.DurationMinutes, session.Capacity, centre, crisis), cancellation);
        var answer = new JsonObject { ["places"] = filled.Places.ToJson(), ["placed"] = filled.Places.Count, ["waiting"] = filled.Waiting };
        if (Warning(filled, session.Type, centre) is { } warning)
            answer["warning"] = warning;
        return JobResult.Done(answer);
    });

    private static string? Warning(Allocation filled, string kind, string? centre)
    {
        var missing = filled.Waiting - filled.FreeElsewhere;
        if (missing <= 0)
            return null;
        var who = filled.Waiting == 1 ? "Resta una persona" : FormattableString.Invariant($"Restano {filled.Waiting} persone");
        var where = centre is null ? "" : $" al centro {centre}";
        var planned = filled.FreeElsewhere switch
        {
            0 => "nessun'altra sessione pianificata ha posti liberi",
            1 => "le altre sessioni pianificate hanno 1 posto libero",
            var free => FormattableString.Invariant($"le altre sessioni pianificate hanno {free} posti liberi"),
        };
        var more = (missing + filled.Capacity - 1) / filled.Capacity;
        var plan = more == 1 ? "almeno un'altra sessione" : FormattableString.Invariant($"almeno altre {more} sessioni");
        return FormattableString.Invariant($"{who} in attesa di «{kind}»{where} e {planned}: pianificare {plan} da {filled.Capacity} posti.");
    }
}
