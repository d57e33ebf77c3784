using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Letters;
using Orchestrator.Letters.Calendar;
using Orchestrator.Letters.Mail;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Regione.Jobs;

/// <summary>A meeting as processes write it: <c>id</c>, <c>meetingAt</c>, <c>durationMin</c>, <c>mode</c>, and optionally <c>venue</c>, <c>link</c>, <c>agenda</c>.</summary>
internal sealed record MeetingInput(string Id, DateTimeOffset StartsAt, TimeSpan Length, string Mode, string Where, string Agenda)
{
    private const int MinutesMax = 1_440;

    /// <exception cref="JobInputException">A field is missing or of another kind.</exception>
    public static MeetingInput Read(JsonObject meeting)
    {
        var minutes = FormReader.Number(meeting, "durationMin");
        if (minutes is not (>= 1 and <= MinutesMax)) throw new JobInputException(FormattableString.Invariant($"Expected 'meeting.durationMin' to be a whole number from 1 to {MinutesMax}, but found something else."));
        var places = new[] { FormReader.Text(meeting, "venue"), FormReader.Text(meeting, "link") }.OfType<string>().ToList();
        return new(
            Required(meeting, "id"), RomeTime.Read("meeting.meetingAt", Required(meeting, "meetingAt")), TimeSpan.FromMinutes(minutes.Value), FormReader.Text(meeting, "mode") ?? "presenza",
            places.Count > 0 ? string.Join(", ", places) : "da comunicare", FormReader.Text(meeting, "agenda") ?? "");
    }

    /// <summary>The calendar entry for one group.</summary>
    public CalendarPart EntryFor(string group, string address, string crisis, MeetingVersion version, bool cancelled, string organizer)
    {
        var title = $"Tavolo di crisi {crisis}";
        var text = Agenda.Length > 0 ? $"{title}\n{Mode}\nOrdine del giorno: {Agenda}" : $"{title}\n{Mode}";
        var invitation = new Invitation(version.Uid, version.Sequence, cancelled, version.PreparedAt, StartsAt, Length, title, Where, text, organizer, group, address);
        return new(InvitationWriter.MethodOf(invitation), InvitationWriter.Write(invitation));
    }

    private static string Required(JsonObject meeting, string name) => FormReader.Text(meeting, name) ?? throw new JobInputException($"Expected 'meeting.{name}' to be a text, but found nothing.");
}
