using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Agency.Apl.Texts;
using Orchestrator.Letters.Mail;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.notify</c>: inputs <c>template</c> (the name of a text), <c>recipients</c> (groups or offices, never persons), <c>agreement</c>, <c>terms</c> and
/// <c>reminder</c> (<c>level</c>, <c>day</c>), the last two optional. Sends one mail to the mailbox of each group and returns <c>notified</c>. The data hold
/// no personal data, because job inputs travel on the bus.
/// </summary>
public sealed class NotifyHandler(IMailTransport mails, Mailboxes mailboxes, TimeProvider time) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "apl.notify";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var data = DataOf(job);
        var (subject, body) = TextTemplate.Find(job.RequiredText("template"), data.GetValueOrDefault("reminder.level")).Fill(data);
        // All addresses first: a group without a mailbox must not leave the others told by half.
        var addresses = job.RequiredList("recipients").Select(GroupOf).Distinct().Select(group => (Group: group, Address: mailboxes.Of(group))).ToList();
        var now = time.GetUtcNow();
        foreach (var (group, address) in addresses)
            await mails.DeliverAsync(new(string.Create(CultureInfo.InvariantCulture, $"{job.Key}-{group}"), address, null, subject, body, now), cancellation);
        return JobResult.Done(new JsonObject { ["notified"] = new JsonArray([.. addresses.Select(pair => JsonValue.Create(pair.Group))]) });
    }

    private static string GroupOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new JobInputException("Expected 'recipients' to be a list of group names, but found something else.");

    // terms.presentationLastDay is called presentationLastDay in a text, reminder.day keeps its prefix.
    private static Dictionary<string, string> DataOf(Job job)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["agreement"] = job.RequiredText("agreement") };
        if (job.Input["terms"] is JsonObject terms)
        {
            foreach (var (name, value) in terms)
                data[name] = value?.ToString() ?? "";
        }
        if (job.Input["reminder"] is JsonObject reminder)
        {
            foreach (var (name, value) in reminder)
                data["reminder." + name] = value?.ToString() ?? "";
        }
        return data;
    }
}
