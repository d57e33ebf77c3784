namespace Orchestrator.Server.Tests.Access;

/// <summary>A request for each route that gets past its reading, so that the answer tells who may and not what was wrong with the request.</summary>
internal static class RequestBodies
{
    public static string Of(Route route, string caller, AccessStage.Keys keys) => route.Name switch
    {
        "PUT /v2/clock" => """{ "timestamp": 0 }""",
        "POST /v2/process-instances" => """{ "processDefinitionId": "access" }""",
        "POST /v2/element-instances/search" or "POST /v2/variables/search" => $$"""{ "filter": { "processInstanceKey": "{{keys.Instance}}" } }""",
        "PUT /v2/element-instances/{elementInstanceKey}/variables" => """{ "variables": { "seen": true } }""",
        "POST /v2/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation" => """{ "elements": [{ "elementId": "nothing" }] }""",
        "POST /v2/jobs/activation" => """{ "type": "nothing", "timeout": 1000, "maxJobsToActivate": 1, "requestTimeout": -1 }""",
        "POST /v2/jobs/{jobKey}/error" => """{ "errorCode": "none" }""",
        "PATCH /v2/jobs/{jobKey}" => """{ "changeset": { "timeout": 1000 } }""",
        "POST /v2/messages/publication" or "POST /v2/messages/correlation" => """{ "name": "access-nobody", "correlationKey": "1" }""",
        "POST /v2/user-tasks/{userTaskKey}/assignment" => $$"""{ "assignee": "{{caller}}" }""",
        "PATCH /v2/user-tasks/{userTaskKey}" => """{ "changeset": { "priority": 60 } }""",
        "POST /v2/expression/evaluation" => """{ "expression": "1 + 1" }""",
        _ => "{}",
    };
}
