using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>One act on the tasks that were ticked in a list; the answer says of each whether it was done, and if not why.</summary>
internal static class ManyEndpoints
{
    public const string TaskField = "attivita";

    private static readonly (string Word, ManyVerb Verb)[] s_verbs =
        [("prendi", ManyVerb.Claim), ("lascia", ManyVerb.Unclaim), ("assegna", ManyVerb.Assign), ("completa", ManyVerb.Complete), ("sostituisci", ManyVerb.TakeOver)];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (word, verb) in s_verbs)
        {
            endpoints.MapPost($"/attivita/{word}", (HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) => ActAsync(verb, context, visit, client, cancellation));
            // An expired session sends the browser back to the address it had posted to.
            endpoints.MapGet($"/attivita/{word}", (HttpRequest request) => Show.See(InboxState.Of(request.Query).ListUrl));
        }
    }

    private static async Task<IResult> ActAsync(ManyVerb verb, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = InboxState.Of(context.Request.Query);
        var tasks = form[TaskField].Select(Read).OfType<ShownTask>().ToList();
        var outcome = await client.Inbox.DoManyAsync(visit.Required, new(form.RequestId(), verb, tasks) { Assignee = form.Text("persona") }, cancellation);
        return outcome.Match(
            report => Show.Page<ManyReportPage>(new { Report = report, State = state, Assignee = form.Text("persona") }),
            refusal => refusal.Kind == RefusalKind.Invalid
                ? Show.Page<RefusalPage>(new { Refusal = refusal, Back = state.ListUrl }, Show.StatusOf(refusal.Kind))
                : Show.Refusal(refusal));
    }

    // KEY.VERSION, as the box of a card carries it.
    private static ShownTask? Read(string? text) =>
        text?.Split('.') is [var key, var version] && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var task) && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? new(task, shown)
            : null;
}
