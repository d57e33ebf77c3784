using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Messages;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>
/// Tells the programme of a signed agreement: the message starts the delivery of its crisis, or reaches the one that runs. Repeating it changes nothing: the message
/// carries the agreement's key as its id.
/// </summary>
internal sealed class AgreementStart(MessageDesk messages, IQueries queries, InstanceDesk instances, ICaseRegistry registry, FeelWorld world)
{
    /// <summary>The process of a crisis in whose case an agreement stands.</summary>
    public const string ProcessId = "ma4-delivery";

    /// <summary>The process that the delivery calls for each agreement; its definition holds the terms.</summary>
    public const string AccessId = "p1-collective";

    // Where the company's municipality is not known or outside the region, the centre of Turin leads.
    private const string LeadingCentre = "15";

    private static readonly string[] s_tables = ["ma1-crisis-table", "ma2-design"];
    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_modelLives = TimeSpan.FromDays(1);

    public async Task<Rejection?> StartAsync(AgreementView agreement, CancellationToken cancellation)
    {
        var table = await TableRunsAsync(agreement.Crisis, cancellation);
        // The shorter message comes first: should we die in between, the process is still not there and both are published again.
        if (!table && (await PublishAsync("StandardModelOnly", agreement, s_modelLives, FeelContext.Of(("crisis", new FeelString(agreement.Crisis))), cancellation)) is { } refused)
            return refused;
        var variables = FeelContext.Of(
            ("crisis", new FeelString(agreement.Crisis)),
            ("agreement", new FeelString(agreement.Agreement)),
            ("signingDate", new FeelString(AgreementDrafts.Iso(agreement.SigningDate))),
            ("signingPlace", new FeelString(AgreementWords.Of(agreement.SigningPlace))),
            ("cigsGround", new FeelString(AgreementWords.Of(agreement.Ground))),
            ("cigsFrom", new FeelString(AgreementDrafts.Iso(agreement.CigsFrom))),
            ("cigsTo", new FeelString(AgreementDrafts.Iso(agreement.CigsTo))),
            ("centre", new FeelString(await CentreAsync(agreement, cancellation))),
            // The table decides about the interest of the Region; where there is none, nobody is going to.
            ("regionalInterest", new FeelString(table ? "da valutare" : "no")));
        return await PublishAsync("AgreementSigned", agreement, s_lives, variables, cancellation);
    }

    /// <summary>True when the delivery of the crisis runs or has run.</summary>
    public async Task<bool> HasStartedAsync(string crisis, CancellationToken cancellation) => await CaseOfAsync(crisis, cancellation) is not null;

    /// <summary>True when the running delivery of the crisis has taken the agreement up.</summary>
    public async Task<bool> KnowsAsync(AgreementView agreement, CancellationToken cancellation)
    {
        if (await CaseOfAsync(agreement.Crisis, cancellation) is not { State: InstanceRowState.Active } row) return false;
        var state = await instances.StateAsync(row.Instance);
        return state?.Elements.GetValueOrDefault(state.Root)?.Variables.TryGet("agreements", out var known) == true
            && known is FeelList list && list.Any(one => one is FeelString text && text.Value == agreement.Agreement);
    }

    /// <summary>The case of the crisis in which its agreements stand: the newest delivery, or null.</summary>
    public async Task<InstanceRow?> CaseOfAsync(string crisis, CancellationToken cancellation)
    {
        var query = new InstanceQuery { BusinessKey = crisis, ProcessId = ProcessId, Sort = InstanceSort.StartedAt, Descending = true, Page = new(0, 1) };
        return (await queries.InstancesAsync(query, cancellation)).Items is [var row] ? row : null;
    }

    private async Task<bool> TableRunsAsync(string crisis, CancellationToken cancellation)
    {
        foreach (var process in s_tables)
        {
            var running = await queries.InstancesAsync(new() { BusinessKey = crisis, ProcessId = process, State = InstanceRowState.Active, Page = new(0, 1) }, cancellation);
            if (running.Items.Count > 0) return true;
        }
        return false;
    }

    private async Task<Rejection?> PublishAsync(string name, AgreementView agreement, TimeSpan lives, FeelContext variables, CancellationToken cancellation) =>
        (await messages.PublishAsync(new(name, agreement.Crisis, lives, variables) { MessageId = agreement.Agreement }, cancellation)).Rejection;

    private async Task<string> CentreAsync(AgreementView agreement, CancellationToken cancellation)
    {
        if (agreement.CompanyMunicipality is not { } municipality) return LeadingCentre;
        var answer = await registry.FindCentreAsync(municipality, world.Today(), cancellation);
        return answer.Centre?.Code ?? LeadingCentre;
    }
}
