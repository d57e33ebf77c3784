using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.slots</c>: inputs <c>case</c>, <c>centre</c>, <c>kind</c>, <c>durationMin</c>, <c>notBefore</c>, <c>notAfter</c> (days or instants). Returns <c>slots</c>
/// (<c>startAt</c>, <c>operator</c>, <c>room</c>; the earliest first, at most five), <c>hoursNeeded</c> and <c>hoursAvailable</c> of the centre in the period, and
/// <c>warning</c> in words when the hours do not suffice or the period is over. Nothing is booked: <c>apl.convene</c> does that.
/// </summary>
public sealed class SlotsHandler(ICaseRegistry registry) : IJobHandler
{
    private const int MinutesMax = 8 * 60;
    private static readonly CultureInfo s_italian = CultureInfo.GetCultureInfo("it-IT");

    /// <inheritdoc/>
    public string JobType => "apl.slots";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var question = new SlotQuestion(
            job.RequiredText("case"), job.RequiredText("centre"), job.RequiredText("kind"), job.RequiredWhole("durationMin", MinutesMax), job.RequiredInstant("notBefore"),
            job.RequiredInstant("notAfter", isEnd: true));
        // Who still looks for a slot on the last day has none left: that is for people to decide, not a fault of the job.
        var found = question.NotAfter > question.NotBefore ? await registry.FindSlotsAsync(question, cancellation) : new SlotAnswer([], 0, 0);
        var answer = new JsonObject
        {
            ["slots"] = new JsonArray([.. found.Slots.Select(slot => new JsonObject { ["startAt"] = RomeTime.Iso(slot.StartsAt), ["operator"] = slot.Operator, ["room"] = slot.Room })]),
            ["hoursNeeded"] = found.HoursNeeded,
            ["hoursAvailable"] = found.HoursAvailable,
        };
        if (Warning(question, found) is { } warning)
            answer["warning"] = warning;
        return JobResult.Done(answer);
    });

    private static string? Warning(SlotQuestion question, SlotAnswer found)
    {
        var last = RomeTime.DayOf(question.NotAfter.AddSeconds(-1)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        if (found.HoursNeeded > found.HoursAvailable)
        {
            var hours = string.Create(s_italian, $"servono {found.HoursNeeded:0.##} ore di «{question.Kind}» entro il {last} e ne restano libere {found.HoursAvailable:0.##}");
            return $"Al centro {question.Centre} {hours}: aggiungere operatori o sale, allungare il periodo, oppure distribuire le persone su altri centri.";
        }
        return found.Slots.Count == 0 ? $"Al centro {question.Centre} non ci sono orari liberi per «{question.Kind}» entro il {last}: allungare il periodo o ridurre la durata." : null;
    }
}
