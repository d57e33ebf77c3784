using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Timers;

/// <summary>Instants in definitions and variables: date and time with offset or zone; without one in the zone of terms; a plain date is the first instant of its day there.</summary>
internal static class Instants
{
    private static readonly FeelExpression DateAndTimeOf = FeelExpression.Parse("date and time(text)").Expression!;
    private static readonly FeelExpression DateOf = FeelExpression.Parse("date(text)").Expression!;

    /// <summary>The instant a value stands for, in UTC as it is stored, or null when it stands for none.</summary>
    public static DateTimeOffset? Of(FeelValue value, FeelEnvironment environment)
    {
        switch (value)
        {
            case FeelDateTime exact: return exact.TryToInstant(environment.Zone, out var instant) ? instant.ToUniversalTime() : null;
            case FeelDate day: return Of(new FeelDateTime(day, FeelTime.Midnight), environment);
            case FeelString text:
                var expression = text.Value.Contains('T', StringComparison.Ordinal) ? DateAndTimeOf : DateOf;
                var read = expression.Evaluate(FeelContext.Of(("text", text)), environment).Value;
                return read is FeelNull ? null : Of(read, environment);
            default: return null;
        }
    }

    /// <summary>An instant that may be left out or null.</summary>
    public static Result<DateTimeOffset?> OrNull(BpmnValue? written, IFeelScope variables, FeelEnvironment environment, string what)
    {
        if (written is null) return new Result<DateTimeOffset?>(null, null);
        var value = Expressions.Value(written, variables, environment, IncidentKind.ExtractValueError, what);
        if (value.Failure is { } failure) return failure;
        if (value.Value is FeelNull) return new Result<DateTimeOffset?>(null, null);
        return Of(value.Value!, environment) is { } instant
            ? new Result<DateTimeOffset?>(instant, null)
            : new Failure(IncidentKind.ExtractValueError, $"Expected {what} to be a date and time, but found {value.Value!.TypeName} that is none.");
    }
}
