using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Pages;

/// <summary>What somebody typed about a process that does not exist yet.</summary>
public sealed record NewDefinitionTyped(string? ProcessId, string? Name)
{
    internal static readonly NewDefinitionTyped Empty = new(null, null);

    internal static NewDefinitionTyped Of(IFormCollection form) => new(form.Text("sigla"), form.Text("nome"));

    /// <summary>The fields of the page have Italian names.</summary>
    internal static Refusal Named(Refusal refusal) => refusal with
    {
        Fields = [.. refusal.Fields.Select(error => error with { Path = error.Path switch { "processId" => "sigla", "name" => "nome", var other => other } })],
    };
}
