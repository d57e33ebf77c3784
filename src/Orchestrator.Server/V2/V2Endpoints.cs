using Orchestrator.Server.V2.Cluster;
using Orchestrator.Server.V2.Decisions;
using Orchestrator.Server.V2.Definitions;
using Orchestrator.Server.V2.Deployments;
using Orchestrator.Server.V2.Elements;
using Orchestrator.Server.V2.Expressions;
using Orchestrator.Server.V2.Incidents;
using Orchestrator.Server.V2.Instances;
using Orchestrator.Server.V2.Jobs;
using Orchestrator.Server.V2.Messages;
using Orchestrator.Server.V2.Tasks;
using Orchestrator.Server.V2.Variables;

namespace Orchestrator.Server.V2;

/// <summary>The API in the shapes of the Camunda 8 Orchestration Cluster REST API, version 2, for what it covers.</summary>
internal static class V2Endpoints
{
    public static void MapV2(this WebApplication app)
    {
        // Programs sign in by Basic with every request; there is no cookie that a page elsewhere could use, so no token against forgery is needed.
        var v2 = app.MapGroup("/v2").RequireAuthorization().DisableAntiforgery().WithTags("v2");
        ClusterEndpoints.Map(v2);
        ClockEndpoints.Map(v2);
        DeploymentEndpoints.Map(v2);
        DefinitionEndpoints.Map(v2);
        InstanceEndpoints.Map(v2);
        JobEndpoints.Map(v2);
        MessageEndpoints.Map(v2);
        UserTaskEndpoints.Map(v2);
        IncidentEndpoints.Map(v2);
        ElementEndpoints.Map(v2);
        VariableEndpoints.Map(v2);
        ExpressionEndpoints.Map(v2);
        DecisionEndpoints.Map(v2);
        NotOffered.Map(v2);
    }
}
