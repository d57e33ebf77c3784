using System.Globalization;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Agency.Apl.Texts;
using Orchestrator.Agency.Apl.Workers;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Mail;

/// <summary>Writes to the persons behind cases: names and addresses come from the registry and go nowhere but into the mail.</summary>
public sealed class PersonMail(ICaseRegistry registry, IMailTransport mails, TimeProvider time)
{
    /// <summary>What became of the mails of a job.</summary>
    /// <param name="Told">Cases that got one.</param>
    /// <param name="WithoutEmail">Cases without a usable address: somebody must call.</param>
    public sealed record Outcome(IReadOnlyList<string> Told, IReadOnlyList<string> WithoutEmail)
    {
        /// <summary>How many mails left.</summary>
        public int Sent => Told.Count;
    }

    /// <summary>One mail with the text <paramref name="template"/> to each case; job and case are the mail's identity.</summary>
    /// <exception cref="JobInputException">There is no such text, or it needs a value that the job does not give.</exception>
    public async Task<Outcome> SendAsync(Job job, string template, IReadOnlyList<string> cases, CancellationToken cancellation)
    {
        var data = TextData.Of(job);
        var text = TextTemplate.Find(template, data.GetValueOrDefault("reminder.level"));
        var now = time.GetUtcNow();
        var told = new List<string>();
        var withoutEmail = new List<string>();
        foreach (var chunk in cases.Order(StringComparer.Ordinal).Chunk(CaseLimits.PageRowsMax))
        {
            foreach (var recipient in await registry.ReadRecipientsOfAsync(chunk, RegistryAnswers.ReasonOf(job), cancellation))
            {
                data["name"] = recipient.FullName;
                var (subject, body) = text.Fill(data);
                if (!RowChecks.IsEmail(recipient.Email))
                {
                    withoutEmail.Add(recipient.CaseId);
                    continue;
                }
                var key = string.Create(CultureInfo.InvariantCulture, $"{job.Key}-{recipient.CaseId}");
                await mails.DeliverAsync(new(key, recipient.Email!, recipient.FullName, subject, body, now), cancellation);
                told.Add(recipient.CaseId);
            }
        }
        return new(told, withoutEmail);
    }
}
