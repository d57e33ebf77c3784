using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Agency.Regione.Texts;
using Orchestrator.Contracts.Cases;
using Orchestrator.Letters.Mail;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Regione.Jobs;

/// <summary>
/// <c>regione.notify</c>: inputs <c>template</c> (the name of a text), <c>recipients</c> (groups or offices, never persons), <c>crisis</c>, and optionally
/// <c>agreement</c>, <c>terms</c>, <c>reminder</c> (<c>level</c>, <c>day</c>), <c>meeting</c>, <c>method</c>, and whatever texts and numbers the text asks for. Sends one mail
/// to the mailbox of each group and returns <c>notified</c>. With <c>method</c> <c>REQUEST</c> or <c>CANCEL</c> each mail carries the meeting's calendar entry, one
/// SEQUENCE above that of the job before. A repeated job sends nothing twice (see <see cref="IMailTransport"/>) and repeats UID and SEQUENCE.
/// </summary>
public sealed class NotifyHandler(ICaseRegistry registry, RegionePost post, TimeProvider time) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "regione.notify";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var crisis = job.RequiredText("crisis");
        var meeting = job.Input["meeting"] is JsonObject given ? MeetingInput.Read(given) : null;
        var cancelled = CancelledBy(job, meeting);
        var data = DataOf(job, meeting);
        var (subject, body) = RegioneTexts.Shelf.Find(job.RequiredText("template"), data.GetValueOrDefault("reminder.level")).Fill(data);
        // All addresses first: a group without a mailbox must not leave the others told by half.
        var addresses = job.RequiredList("recipients").Select(GroupOf).Distinct().Select(group => (Group: group, Address: post.Mailboxes.Of(group))).ToList();
        var jobKey = job.Key.ToString(CultureInfo.InvariantCulture);
        var version = cancelled is null ? null : await registry.PrepareMeetingAsync(new(jobKey, crisis, meeting!.Id), cancellation);
        var date = version?.PreparedAt ?? time.GetUtcNow();
        foreach (var (group, address) in addresses)
        {
            var entry = version is null ? null : meeting!.EntryFor(group, address, crisis, version, cancelled!.Value, post.Options.From);
            await post.Transport.DeliverAsync(new($"{jobKey}-{group}", address, null, subject, body, date, entry), cancellation);
        }
        return JobResult.Done(new JsonObject { ["notified"] = new JsonArray([.. addresses.Select(pair => JsonValue.Create(pair.Group))]) });
    }

    // Null without a method: no calendar entry goes out.
    private static bool? CancelledBy(Job job, MeetingInput? meeting) => job.OptionalText("method") switch
    {
        null => null,
        "REQUEST" or "CANCEL" when meeting is null => throw new JobInputException("Expected a 'meeting' beside 'method', but found nothing."),
        "REQUEST" => false,
        "CANCEL" => true,
        var other => throw new JobInputException($"Expected 'method' to be REQUEST or CANCEL, but found '{other}'."),
    };

    private static string GroupOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new JobInputException("Expected 'recipients' to be a list of group names, but found something else.");

    // terms.presentationLastDay is called presentationLastDay in a text; reminder.day and meeting.venue keep their prefix.
    private static Dictionary<string, string> DataOf(Job job, MeetingInput? meeting)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in job.Input.Where(input => input.Value is JsonValue)) data[name] = value!.ToString();
        Add(data, "", job.Input["terms"]);
        Add(data, "reminder.", job.Input["reminder"]);
        Add(data, "meeting.", job.Input["meeting"]);
        if (meeting is not null)
        {
            data["meeting.where"] = meeting.Where;
            data["meeting.agenda"] = meeting.Agenda;
            data["meeting.mode"] = meeting.Mode;
        }
        return data;
    }

    private static void Add(Dictionary<string, string> data, string prefix, JsonNode? node)
    {
        if (node is not JsonObject members) return;
        foreach (var (name, value) in members) data[prefix + name] = value?.ToString() ?? "";
    }
}
