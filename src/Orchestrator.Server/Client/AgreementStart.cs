using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Engine.Messages;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Starts the collective process of an agreement. Repeating it changes nothing: the message carries the agreement's key as its id.</summary>
internal sealed class AgreementStart(MessageDesk messages, IQueries queries, ICaseRegistry registry, FeelWorld world)
{
    /// <summary>The collective process.</summary>
    public const string ProcessId = "p1-collective";

    // Where the company's municipality is not known or outside the region, the centre of Turin leads.
    private const string LeadingCentre = "15";

    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);

    public async Task<Rejection?> StartAsync(AgreementView agreement, CancellationToken cancellation)
    {
        var variables = FeelContext.Of(
            ("agreement", new FeelString(agreement.Agreement)),
            ("crisis", new FeelString(agreement.Crisis)),
            ("centre", new FeelString(await CentreAsync(agreement, cancellation))),
            ("signingDate", new FeelString(AgreementDrafts.Iso(agreement.SigningDate))));
        var result = await messages.PublishAsync(new("AgreementSigned", agreement.Agreement, s_lives, variables) { MessageId = agreement.Agreement }, cancellation);
        return result.Rejection;
    }

    /// <summary>True when the process runs or has run.</summary>
    public async Task<bool> HasStartedAsync(string agreement, CancellationToken cancellation) =>
        (await queries.InstancesAsync(new() { BusinessKey = agreement, ProcessId = ProcessId, Page = new(0, 1) }, cancellation)).Items.Count > 0;

    private async Task<string> CentreAsync(AgreementView agreement, CancellationToken cancellation)
    {
        if (agreement.CompanyMunicipality is not { } municipality) return LeadingCentre;
        var answer = await registry.FindCentreAsync(municipality, world.Today(), cancellation);
        return answer.Centre?.Code ?? LeadingCentre;
    }
}
