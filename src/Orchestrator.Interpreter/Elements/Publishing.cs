using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Messages that the process throws itself (<c>orch:publish</c>).</summary>
internal static class Publishing
{
    public static bool Publish(Step step, EventDefinition.Publish publish)
    {
        var variables = step.Variables();
        if (!Expressions.Text(publish.Name, variables, step.Environment, "the name of the message").Try(step, out var name)) return false;
        if (!Expressions.Text(publish.CorrelationKey, variables, step.Environment, "the correlation key of the message").Try(step, out var key)) return false;
        if (!TimeToLive(step, publish, variables).Try(step, out var timeToLive)) return false;
        if (!Mappings.Evaluate(publish.Variables, variables, step.Environment, FeelContext.Empty).Try(step, out var sent)) return false;
        step.Emit(new InstanceEvent.MessagePublished(step.Run.NextKey(), step.Key, name, key, timeToLive, sent));
        return true;
    }

    private static Result<TimeSpan> TimeToLive(Step step, EventDefinition.Publish publish, VariableScope variables)
    {
        if (publish.TimeToLive is not { } written) return Limits.TimeToLiveDefault;
        var value = Expressions.Value(written, variables, step.Environment, IncidentKind.ExtractValueError, "the time to live of the message");
        if (value.Failure is { } failure) return failure;
        var length = Length.Of(value.Value!);
        if (length is null) return new Failure(IncidentKind.ExtractValueError, $"Expected the time to live of the message to be a duration, but found {value.Value!.TypeName}.");
        return length.Value.TryAddTo(step.Run.At, step.Run.World.Zone, out var end) && end >= step.Run.At
            ? end - step.Run.At
            : new Failure(IncidentKind.ExtractValueError, "Expected the time to live of the message to be a duration of zero or more.");
    }
}
