using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;
using Orchestrator.Forms.Components;
using Orchestrator.Forms.Json;
using Orchestrator.Forms.Reading;
using Orchestrator.Forms.Validation;

namespace Orchestrator.Forms;

/// <summary>
/// A form in the JSON of form-js (schemaVersion 1 and later), read and checked. Immutable; used from any thread.
/// Rules over several fields stand in <c>properties.orchRule</c> of any component, or of the form, as a FEEL expression that must be true, with <c>properties.orchRuleMessage</c> beside it.
/// </summary>
public sealed class FormSchema
{
    internal FormSchema(string id, IReadOnlyList<Component> components, Rule? rule)
    {
        Id = id;
        Components = components;
        Rule = rule;
        Shape = Shape.Of(components);
    }

    /// <summary>The id by which tasks name the form.</summary>
    public string Id { get; }

    /// <summary>The names of the variables that the form can write, in its order.</summary>
    public ImmutableArray<string> Variables => [.. Shape.Names];

    internal IReadOnlyList<Component> Components { get; }

    internal Rule? Rule { get; }

    internal Shape Shape { get; }

    /// <summary>Reads a form. Any text gives an answer: what is wrong is a diagnostic with its place, never an exception.</summary>
    public static FormRead Read(SourceText source)
    {
        if (source.Text.Length > FormLimits.FileCharactersMax)
            return new FormRead(null, [new Diagnostic(FormDescriptors.TooLarge, source, new TextSpan(0, 0), null, source.Text.Length, FormLimits.FileCharactersMax, "characters")]);
        if (JsonText.Read(source, out var problem) is not { } json)
            return new FormRead(null, [new Diagnostic(FormDescriptors.NotJson, source, new TextSpan(problem!.Offset, 0), null, problem.Expected, problem.Found)]);
        var reader = new FormReader(source);
        var schema = reader.Read(json);
        var diagnostics = reader.Diagnostics.OrderBy(d => d.Span.Start).ThenBy(d => d.Descriptor.Code, StringComparer.Ordinal).ToImmutableArray();
        return new FormRead(diagnostics.Any(d => d.Descriptor.Severity == Severity.Error) ? null : schema, diagnostics);
    }

    /// <summary>
    /// Checks what was submitted and gives what may be written: hidden fields are left out, dates and times are completed to ISO 8601 with seconds, empty texts are null, computed values are computed here.
    /// Unknown fields are refused, read-only ones must be unchanged. Errors stand in the order of the form.
    /// </summary>
    /// <param name="submitted">What came from outside. Nothing in it is trusted.</param>
    /// <param name="known">The variables that the task sees.</param>
    /// <param name="environment">The clock, zone and calendars of expressions.</param>
    /// <param name="messages">The language of the messages; Italian when null.</param>
    public FormResult Validate(FeelContext submitted, FeelContext known, FeelEnvironment environment, FormMessages? messages = null)
    {
        var visible = new Hiding(environment, known).Prune(Components, submitted);
        var errors = new Errors(messages ?? FormMessages.Italian);
        var level = new Level(visible, null, known, 0, "", "");
        var accepted = new Acceptance(environment, errors).Accept(Components, level, known, FeelContext.Empty);
        accepted = Computing.Compute(Components, accepted, known, environment);
        Shape.Check(submitted, "", errors);
        new Rules(environment, errors).Check(this, accepted, known);
        return new FormResult(accepted, errors.Sorted());
    }
}
