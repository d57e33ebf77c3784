using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary>Values of a definition as the type that is needed. Messages name the place and the type found, never a value.</summary>
internal static class Expressions
{
    /// <summary>The value. A missing variable or property gives null, which is a value; any other reason for null is a failure of the kind given.</summary>
    public static Result<FeelValue> Value(BpmnValue value, IFeelScope variables, FeelEnvironment environment, IncidentKind kind, string what)
    {
        if (value is BpmnValue.Fixed text) return new FeelString(text.Text);
        return Value(((BpmnValue.Computed)value).Expression, variables, environment, kind, what);
    }

    public static Result<FeelValue> Value(FeelExpression expression, IFeelScope variables, FeelEnvironment environment, IncidentKind kind, string what)
    {
        var result = expression.Evaluate(variables, environment);
        if (!result.Value.IsNull || result.Warnings.IsDefaultOrEmpty) return result.Value;
        var reason = result.Warnings.FirstOrDefault(warning => warning.Code != FeelDescriptors.UnknownVariable.Code && warning.Code != FeelDescriptors.UnknownProperty.Code);
        return reason is null ? result.Value : new Failure(kind, $"Expected {what} to have a value, but '{expression.Text}' has none ({reason.Code} at character {reason.Span.Start + 1}).");
    }

    /// <summary>A text that must be there; a number counts as one.</summary>
    public static Result<string> Text(BpmnValue value, IFeelScope variables, FeelEnvironment environment, string what)
    {
        var result = Value(value, variables, environment, IncidentKind.ExtractValueError, what);
        if (result.Failure is { } failure) return failure;
        return result.Value switch
        {
            FeelString { Value.Length: > 0 } text => Column(text.Value, what),
            FeelNumber number => number.Value.ToString(),
            FeelString => Wrong(what, "a text", "an empty one"),
            var other => Wrong(what, "a text", other!.TypeName),
        };
    }

    /// <summary>A text, or null when there is none.</summary>
    public static Result<string?> TextOrNull(BpmnValue? value, IFeelScope variables, FeelEnvironment environment, string what)
    {
        if (value is null) return new Result<string?>(null, null);
        var result = Value(value, variables, environment, IncidentKind.ExtractValueError, what);
        if (result.Failure is { } failure) return failure;
        if (result.Value is FeelNull or FeelString { Value.Length: 0 }) return new Result<string?>(null, null);
        return result.Value is FeelString text ? OrNull(Column(text.Value, what)) : Wrong(what, "a text", result.Value!.TypeName);
    }

    /// <summary>Texts: fixed text is cut at commas, an expression gives a list of texts or one text.</summary>
    public static Result<ImmutableArray<string>> Texts(BpmnValue? value, IFeelScope variables, FeelEnvironment environment, string what)
    {
        if (value is null) return ImmutableArray<string>.Empty;
        if (value is BpmnValue.Fixed text) return Cut(text.Text);
        var result = Value(value, variables, environment, IncidentKind.ExtractValueError, what);
        if (result.Failure is { } failure) return failure;
        switch (result.Value)
        {
            case FeelNull: return ImmutableArray<string>.Empty;
            case FeelString one: return Columns(Cut(one.Value), what);
            case FeelList list when list.Items.All(item => item is FeelString): return Columns([.. list.Items.Select(item => ((FeelString)item).Value)], what);
            case var other: return Wrong(what, "a list of texts", other!.TypeName);
        }
    }

    /// <summary>A whole number in a range, or the default when there is none.</summary>
    public static Result<int> Whole(BpmnValue? value, IFeelScope variables, FeelEnvironment environment, int min, int max, int otherwise, string what)
    {
        if (value is null) return otherwise;
        var result = Value(value, variables, environment, IncidentKind.ExtractValueError, what);
        if (result.Failure is { } failure) return failure;
        var text = result.Value switch
        {
            FeelNumber number => number.Value.ToString(),
            FeelString written => written.Value,
            _ => "",
        };
        if (result.Value is FeelNull) return otherwise;
        var fits = int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var whole) && whole >= min && whole <= max;
        return fits ? whole : Wrong(what, $"a whole number from {min} to {max}", result.Value!.TypeName);
    }

    // What is evaluated to a text here becomes a key or a name in some column.
    private static Result<string> Column(string text, string what)
    {
        if (!KeptText.FitsColumn(text)) return Wrong(what, "a text without NUL and half characters", "one with them");
        return text.Length <= Limits.KeyLengthMax ? text : Wrong(what, $"a text of at most {Limits.KeyLengthMax} characters", $"one of {text.Length}");
    }

    private static Result<ImmutableArray<string>> Columns(ImmutableArray<string> texts, string what)
    {
        foreach (var text in texts)
            if (Column(text, what).Failure is { } failure) return failure;
        return texts;
    }

    private static Result<string?> OrNull(Result<string> text) => new(text.Value, text.Failure);

    private static ImmutableArray<string> Cut(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Failure Wrong(string what, string expected, string found) => new(IncidentKind.ExtractValueError, $"Expected {what} to be {expected}, but found {found}.");
}
