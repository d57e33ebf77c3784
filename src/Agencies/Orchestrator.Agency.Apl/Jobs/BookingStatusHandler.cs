using System.Text.Json.Nodes;
using Orchestrator.Agency.Apl.Mail;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.booking-status</c>: inputs <c>agreement</c> and optionally <c>of</c> (<c>booking</c>, the default, or <c>choice</c>), <c>remind</c> (true: a mail to each person who
/// has not booked, or not chosen), <c>template</c>, <c>terms</c> and <c>reminder</c> for its text. Returns <c>booked</c>, <c>notBooked</c>, <c>decided</c>, <c>undecided</c>, <c>approved</c>,
/// <c>rejected</c>, <c>chosen</c>, <c>unchosen</c> (figures), <c>territories</c> (centres with approved cases), <c>lastDecision</c> and <c>reminded</c>. A repeated job sends
/// nothing twice.
/// </summary>
public sealed class BookingStatusHandler(ICaseRegistry registry, PersonMail mail) : IJobHandler
{
    private const string Booking = "booking";
    private const string Choice = "choice";

    /// <inheritdoc/>
    public string JobType => "apl.booking-status";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var agreement = job.RequiredText("agreement");
        var of = job.OptionalText("of") ?? Booking;
        if (of is not (Booking or Choice))
            throw new JobInputException($"Expected 'of' to be {Booking} or {Choice}, but found '{of}'.");
        var status = await registry.ReadBookingStatusAsync(agreement, cancellation);
        var reminded = 0;
        if (job.Input["remind"] is JsonValue remind && remind.TryGetValue<bool>(out var wanted) && wanted)
            reminded = (await mail.SendAsync(job, job.OptionalText("template") ?? of + "-reminder", of == Booking ? status.NotBooked : status.Unchosen, cancellation)).Sent;
        return JobResult.Done(new JsonObject
        {
            ["booked"] = status.Booked,
            ["notBooked"] = status.NotBooked.Count,
            ["decided"] = status.Decided,
            ["undecided"] = status.Booked - status.Decided,
            ["approved"] = status.Approved,
            ["rejected"] = status.Rejected,
            ["chosen"] = status.Chosen,
            ["unchosen"] = status.Unchosen.Count,
            ["territories"] = status.Territories.ToJson(),
            ["lastDecision"] = status.LastDecision?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["reminded"] = reminded,
        });
    });
}
