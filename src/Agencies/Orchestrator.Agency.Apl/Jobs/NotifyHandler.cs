using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Agency.Apl.Mail;
using Orchestrator.Agency.Apl.Texts;
using Orchestrator.Agency.Apl.Workers;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.notify</c>: inputs <c>template</c> (the name of a text); to whom: <c>recipients</c> (groups or offices), <c>case</c>, <c>cases</c>, or <c>operatorsOf</c> (a centre: the
/// accredited operators with a site in its basin); <c>agreement</c> or <c>crisis</c>; optionally <c>terms</c> and <c>reminder</c> (<c>level</c>, <c>day</c>). Sends one mail to each and
/// returns <c>notified</c> and <c>withoutEmail</c>: groups, opaque case ids, or tax codes of operators. Persons are written to through the registry: the job holds none of
/// them, because job inputs travel on the bus.
/// </summary>
public sealed class NotifyHandler(ICaseRegistry registry, IMailTransport mails, PersonMail persons, Mailboxes mailboxes, TimeProvider time) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "apl.notify";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var template = job.RequiredText("template");
        if (job.Input["cases"] is not null)
            return Done(await persons.SendAsync(job, template, job.RequiredCases("cases"), cancellation));
        if (job.OptionalText("case") is { } one)
            return Done(await persons.SendAsync(job, template, [one], cancellation));
        return job.OptionalText("operatorsOf") is { } centre
            ? await TellOperatorsAsync(job, template, centre, cancellation)
            : await TellGroupsAsync(job, template, cancellation);
    });

    private async Task<JobResult> TellGroupsAsync(Job job, string template, CancellationToken cancellation)
    {
        var data = TextData.Of(job);
        var (subject, body) = TextTemplate.Find(template, data.GetValueOrDefault("reminder.level")).Fill(data);
        // All addresses first: a group without a mailbox must not leave the others told by half.
        var addresses = job.RequiredList("recipients").Select(GroupOf).Distinct().Select(group => (Group: group, Address: mailboxes.Of(group))).ToList();
        var now = time.GetUtcNow();
        foreach (var (group, address) in addresses)
            await mails.DeliverAsync(new(string.Create(CultureInfo.InvariantCulture, $"{job.Key}-{group}"), address, null, subject, body, now), cancellation);
        return Done(new([.. addresses.Select(pair => pair.Group)], []));
    }

    private async Task<JobResult> TellOperatorsAsync(Job job, string template, string centre, CancellationToken cancellation)
    {
        var data = TextData.Of(job);
        var now = time.GetUtcNow();
        var operators = await registry.ListOperatorsAsync(centre, RomeTime.DayOf(now), cancellation);
        var reachable = operators.Where(each => RowChecks.IsEmail(each.Email)).ToList();
        foreach (var each in reachable)
        {
            data["name"] = each.Name;
            var (subject, body) = TextTemplate.Find(template, data.GetValueOrDefault("reminder.level")).Fill(data);
            await mails.DeliverAsync(new(string.Create(CultureInfo.InvariantCulture, $"{job.Key}-{each.TaxCode}"), each.Email!, each.Name, subject, body, now), cancellation);
        }
        return Done(new([.. reachable.Select(each => each.TaxCode)], [.. operators.Except(reachable).Select(each => each.TaxCode)]));
    }

    private static JobResult Done(PersonMail.Outcome outcome) =>
        JobResult.Done(new JsonObject { ["notified"] = outcome.Told.ToJson(), ["withoutEmail"] = outcome.WithoutEmail.ToJson() });

    private static string GroupOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new JobInputException("Expected 'recipients' to be a list of group names, but found something else.");
}
