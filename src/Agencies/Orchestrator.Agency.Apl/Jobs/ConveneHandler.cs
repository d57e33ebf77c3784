using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Agency.Apl.Calendar;
using Orchestrator.Agency.Apl.Mail;
using Orchestrator.Agency.Apl.Texts;
using Orchestrator.Agency.Apl.Workers;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.convene</c>: inputs <c>agreement</c> or <c>crisis</c>, <c>sessions</c> (see <see cref="SessionInput"/>), <c>action</c> (<c>invite</c>, <c>move</c>, <c>cancel</c>,
/// <c>remind</c>) and optionally <c>contactDesk</c> (<c>email</c>, <c>tel</c>, <c>hours</c>). Sends one mail with a calendar entry to each person who has a place. Places of presentations
/// and operators' meetings are given out here, to everybody concerned; those of other kinds were given out by <c>apl.allocate</c>. With <c>case</c> the sessions are appointments of
/// that person (see <see cref="AppointmentInput"/>): inviting and moving book the slot, and a slot that somebody else has taken is the business error <c>slot-taken</c>. Returns opaque
/// ids and figures: <c>withoutEmail</c> (cases that need a telephone call), <c>convened</c> (mails), <c>withoutPlace</c> (cases concerned that fit in no session). A repeated job
/// sends nothing twice (see <see cref="IMailTransport"/>).
/// </summary>
public sealed class ConveneHandler(ICaseRegistry registry, IMailTransport mails, MailOptions options) : IJobHandler
{
    /// <summary>The code that a process may catch.</summary>
    public const string SlotTaken = "slot-taken";

    private static readonly string[] s_contactFields = ["email", "tel", "hours"];

    /// <inheritdoc/>
    public string JobType => "apl.convene";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var action = ConveneAction.Read(job.RequiredText("action"));
        var contact = ContactLines(job.Input["contactDesk"] as JsonObject);
        var owner = job.OptionalText("case") is null ? job.RequiredOwner() : default;
        List<SessionInput> sessions;
        try
        {
            sessions = job.OptionalText("case") is { } person
                ? await BookAsync(job, person, action, cancellation)
                : [.. job.RequiredList("sessions").Select(SessionInput.Read)];
        }
        catch (RegistryRefusedException refused) when (refused.Code == RefusalCode.SlotTaken)
        {
            return new JobResult.Error(SlotTaken, refused.Message, []);
        }

        var withoutEmail = new JsonArray();
        var convened = 0;
        var withoutPlace = 0;
        foreach (var session in sessions)
        {
            if (action.Method == ConvocationMethod.Request && owner != default)
                withoutPlace = await PlaceAsync(session, owner.Agreement, owner.Crisis, cancellation);
            foreach (var (caseId, state) in await ConveneAsync(job, session, action, contact, cancellation))
            {
                if (state == ConvocationState.Sent)
                    convened++;
                else
                    withoutEmail.Add(caseId);
            }
        }
        return JobResult.Done(new JsonObject { ["withoutEmail"] = withoutEmail, ["convened"] = convened, ["withoutPlace"] = withoutPlace });
    });

    private async Task<int> PlaceAsync(SessionInput session, string? agreement, string? crisis, CancellationToken cancellation)
    {
        var request = new SessionRequest(session.Id, agreement, session.Purpose, session.StartsAt, session.DurationMinutes, session.Capacity, session.Centre, crisis);
        if (!SessionKinds.HasWaitingList(session.Purpose))
            return (await registry.AssignSessionAsync(request, cancellation)).WithoutPlace;
        await registry.PlanSessionAsync(request, cancellation);
        return 0;
    }

    private async Task<List<SessionInput>> BookAsync(Job job, string person, ConveneAction action, CancellationToken cancellation)
    {
        var appointments = job.RequiredList("sessions").Select((node, index) => AppointmentInput.Read(job, node, index)).ToList();
        if (action.Method == ConvocationMethod.Request)
        {
            foreach (var each in appointments)
                await registry.BookAppointmentAsync(new(each.Id, person, each.Centre, each.Type, each.StartsAt, each.DurationMinutes, each.Operator, each.Room), cancellation);
        }
        var centres = await registry.ListCentresAsync(cancellation);
        return [.. appointments.Select(each => each.Session(centres))];
    }

    private async Task<List<(string CaseId, ConvocationState State)>> ConveneAsync(Job job, SessionInput session, ConveneAction action, string contact, CancellationToken cancellation)
    {
        var reason = RegistryAnswers.ReasonOf(job);
        var jobKey = job.Key.ToString(CultureInfo.InvariantCulture);
        var done = new List<(string, ConvocationState)>();
        string? after = null;
        RecipientPage page;
        do
        {
            page = await registry.ReadRecipientsAsync(session.Id, after, CaseLimits.PageRowsMax, reason, cancellation);
            after = page.Recipients.Count > 0 ? page.Recipients[^1].CaseId : after;
            var ids = page.Recipients.Select(recipient => recipient.CaseId).ToList();
            var lines = ids.Count == 0 && action.Method != ConvocationMethod.Cancel
                ? []
                : await registry.PrepareConvocationsAsync(new(jobKey, session.Id, action.Method, ids), reason, cancellation);
            var recipients = page.Recipients.ToDictionary(recipient => recipient.CaseId, StringComparer.Ordinal);
            var results = new List<ConvocationResult>();
            foreach (var line in lines)
            {
                var state = line.WasAlreadyDone ? line.State : await SendAsync(jobKey, session, action, contact, recipients[line.CaseId], line, cancellation);
                done.Add((line.CaseId, state));
                if (!line.WasAlreadyDone)
                    results.Add(new(line.CaseId, state));
            }
            await registry.RecordConvocationsAsync(jobKey, session.Id, results, cancellation);
        }
        while (page.More);
        return done;
    }

    private async Task<ConvocationState> SendAsync(
        string jobKey, SessionInput session, ConveneAction action, string contact, Recipient recipient, Convocation line, CancellationToken cancellation)
    {
        if (!RowChecks.IsEmail(recipient.Email))
            return ConvocationState.NeedsPhoneContact;
        var (subject, body) = TextTemplate.Find(action.Template).Fill(new Dictionary<string, string>
        {
            ["title"] = session.Title,
            ["name"] = recipient.FullName,
            ["startsAt"] = session.StartsAt.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
            ["duration"] = session.DurationInWords(),
            ["venue"] = session.Venue,
            ["contact"] = contact,
        });
        var calendar = action.Method == ConvocationMethod.Remind ? null : CalendarOf(session, action, recipient, line);
        await mails.DeliverAsync(new($"{jobKey}-{session.Id}-{recipient.CaseId}", recipient.Email!, recipient.FullName, subject, body, line.PreparedAt, calendar), cancellation);
        return ConvocationState.Sent;
    }

    private CalendarPart CalendarOf(SessionInput session, ConveneAction action, Recipient recipient, Convocation line)
    {
        var title = char.ToUpperInvariant(session.Title[0]) + session.Title[1..];
        var invitation = new Invitation(
            line.Uid, line.Sequence, action.Method == ConvocationMethod.Cancel, line.PreparedAt, session.StartsAt, TimeSpan.FromMinutes(session.DurationMinutes),
            title, session.Venue, $"{title}\nDurata: {session.DurationInWords()}\nDove: {session.Venue}", options.From, recipient.FullName, recipient.Email!);
        return new(InvitationWriter.MethodOf(invitation), InvitationWriter.Write(invitation));
    }

    private static string ContactLines(JsonObject? desk)
    {
        if (desk is null)
            return "";
        var parts = s_contactFields.Select(name => desk[name]?.ToString()).Where(text => !string.IsNullOrWhiteSpace(text));
        return $"\nPer informazioni: {string.Join(", ", parts)}\n";
    }
}
