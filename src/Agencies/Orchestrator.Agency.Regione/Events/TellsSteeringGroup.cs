using Orchestrator.Agency.Regione.Texts;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agency.Regione.Events;

/// <summary>
/// Tells the cabina di regia that a report is published, with its files, and keeps the event of the crisis. The mail's key is the message key: in the spool folder
/// a second delivery finds the first mail. Nothing is answered.
/// </summary>
public sealed class TellsSteeringGroup(ICaseRegistry registry, RegionePost post) : IEventHandler<ReportPublished>
{
    private const string Group = "steering-group";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProcessMessage>> HandleAsync(ReportPublished message, CancellationToken cancellation)
    {
        await registry.RecordCrisisEventAsync(new(message.MessageKey, message.Crisis, nameof(ReportPublished), message.At, null), cancellation);
        var report = await registry.ReadReportAsync(message.ReportId, cancellation);
        var (subject, body) = RegioneTexts.Shelf.Find("report-published").Fill(new Dictionary<string, string>
        {
            ["crisis"] = message.Crisis,
            ["period"] = message.Period,
            ["reportId"] = message.ReportId,
            ["files"] = string.Join('\n', report.PublishedFiles.Select(file => "- " + file)),
        });
        await post.Transport.DeliverAsync(new(FormattableString.Invariant($"event-{message.MessageKey}-{Group}"), post.Mailboxes.Of(Group), null, subject, body, message.At), cancellation);
        return [];
    }
}
