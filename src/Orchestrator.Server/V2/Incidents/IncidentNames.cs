using Orchestrator.Interpreter;

namespace Orchestrator.Server.V2.Incidents;

/// <summary>Camunda 8's names for kinds of incidents; what it has no name for is UNKNOWN and its message says what it is.</summary>
internal static class IncidentNames
{
    private static readonly Dictionary<IncidentKind, string> s_names = new()
    {
        [IncidentKind.ConditionError] = "CONDITION_ERROR",
        [IncidentKind.ExtractValueError] = "EXTRACT_VALUE_ERROR",
        [IncidentKind.IoMappingError] = "IO_MAPPING_ERROR",
        [IncidentKind.JobNoRetries] = "JOB_NO_RETRIES",
        [IncidentKind.UnhandledErrorEvent] = "UNHANDLED_ERROR_EVENT",
        [IncidentKind.CalledElementError] = "CALLED_ELEMENT_ERROR",
        [IncidentKind.CalledDecisionError] = "CALLED_DECISION_ERROR",
        [IncidentKind.DecisionEvaluationError] = "DECISION_EVALUATION_ERROR",
        [IncidentKind.FormNotFound] = "FORM_NOT_FOUND",
        [IncidentKind.MessageSizeExceeded] = "MESSAGE_SIZE_EXCEEDED",
    };

    public static string Of(IncidentKind kind) => s_names.GetValueOrDefault(kind, "UNKNOWN");

    /// <exception cref="InvalidRequestException">No incident of ours has this name.</exception>
    public static IncidentKind KindOf(string name)
    {
        foreach (var (kind, known) in s_names)
            if (known == name) return kind;
        throw new InvalidRequestException("filter.errorType", $"Expected one of {string.Join(", ", s_names.Values)}, but found {name}.");
    }
}
