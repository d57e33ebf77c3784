using System.Globalization;
using Orchestrator.Contracts.Client;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client;

/// <summary>Trying decisions out. Everybody who is signed in may: nothing but what they typed is read.</summary>
internal sealed class Decisions(FeelWorld world) : IDecisions
{
    public Outcome<DecisionFile> Read(ActingUser user, string source) =>
        TooLong(source) is { } problem ? Refused.From([problem]) : FileOf(Open(source));

    public Outcome<DecisionTrial> Evaluate(ActingUser user, DecisionQuestion question)
    {
        if (TooLong(question.Source) is { } problem) return Refused.From([problem]);
        if (!TypedContext.TryRead(question.ContextJson, out var inputs, out var why)) return Refused.From([new FieldError("context", "jsonObject", why)]);
        var opened = Open(question.Source);
        var file = FileOf(opened);
        if (file.Choices.Count == 0) return new DecisionTrial(file, null, null);
        var chosen = file.Choices.FirstOrDefault(choice => choice.Id == question.Decision) ?? (file.Choices.Count == 1 ? file.Choices[0] : null);
        if (chosen is null) return Refused.From([new FieldError("decision", "decisionChoice", $"Expected one of the decisions {string.Join(", ", file.Choices.Select(choice => $"'{choice.Name}'"))}.")]);

        var environment = world.Now();
        var result = opened.Read.Model!.Evaluate(chosen.Id, inputs, environment) ?? opened.Read.Model.Invoke(chosen.Id, inputs, environment)!;
        return new DecisionTrial(file, chosen, DecisionStories.Of(result, opened.Places));
    }

    private static FieldError? TooLong(string source) => source.Length <= DecisionFile.CharsMax ? null
        : new FieldError("source", "maxLength", $"Expected at most {DecisionFile.CharsMax} characters, but found {source.Length}.") { Limit = DecisionFile.CharsMax.ToString(CultureInfo.InvariantCulture) };

    private static Opened Open(string source)
    {
        var text = new SourceText("dmn", source);
        return new(DmnReader.Read(text), new(text));
    }

    private static DecisionFile FileOf(Opened opened) => new(
        opened.Read.Model?.Name,
        [.. from element in opened.Read.Model?.Elements ?? [] where KindOf(element.Kind) is not null select new DecisionChoice(IdOf(element), element.Name, KindOf(element.Kind)!)],
        [.. from element in opened.Read.Model?.Elements ?? [] where element.Kind == DmnElementKind.InputData select element.Name],
        [.. opened.Read.Diagnostics.Select(opened.Places.Remark)]);

    // An element that was drawn without an id is known by its name.
    private static string IdOf(DmnElement element) => element.Id.Length > 0 ? element.Id : element.Name;

    private static string? KindOf(DmnElementKind kind) => kind switch
    {
        DmnElementKind.Decision => "decision",
        DmnElementKind.DecisionService => "decisionService",
        DmnElementKind.BusinessKnowledgeModel => "businessKnowledgeModel",
        _ => null,
    };

    private sealed record Opened(DmnRead Read, DmnPlaces Places);
}
