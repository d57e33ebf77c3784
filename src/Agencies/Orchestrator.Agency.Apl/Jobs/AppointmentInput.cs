using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// An appointment of one person as processes write it: <c>id</c>, <c>type</c>, <c>startAt</c>, <c>durationMin</c>, <c>operator</c> and <c>room</c> (of a slot of <c>apl.slots</c>;
/// neither for an appointment that is held elsewhere), and optionally <c>centre</c> (else that of the job, else the operator's) and <c>venue</c>.
/// </summary>
internal sealed record AppointmentInput(string Id, string Type, DateTimeOffset StartsAt, int DurationMinutes, string? Operator, string? Room, string Centre, string? Venue)
{
    /// <summary>The appointment <paramref name="node"/>, the <paramref name="index"/>-th of the job.</summary>
    /// <exception cref="JobInputException">A field is missing or of another kind.</exception>
    public static AppointmentInput Read(Job job, JsonNode? node, int index)
    {
        var path = FormattableString.Invariant($"sessions[{index}]");
        if (node is not JsonObject session)
            throw new JobInputException($"Expected '{path}' to be an appointment, but found something else.");
        var receiver = SessionInput.OptionalText(session, "operator", path);
        return new(
            SessionInput.Text(session, "id", path),
            SessionInput.Text(session, "type", path),
            RomeTime.Read(path + ".startAt", SessionInput.Text(session, "startAt", path)),
            SessionInput.Number(session, "durationMin", path, CaseLimits.SessionMinutesMax),
            receiver,
            SessionInput.OptionalText(session, "room", path),
            SessionInput.OptionalText(session, "centre", path) ?? job.OptionalText("centre") ?? receiver?.Split('-')[0] ?? SessionInput.Text(session, "centre", path),
            SessionInput.OptionalText(session, "venue", path));
    }

    /// <summary>The session that the person is told of.</summary>
    public SessionInput Session(IReadOnlyList<EmploymentCentreView> centres)
    {
        var name = centres.FirstOrDefault(centre => centre.Code == Centre)?.Name ?? Centre;
        return new(Id, Type, StartsAt, DurationMinutes, Venue ?? $"Centro per l'impiego di {name}", 1, null);
    }
}
