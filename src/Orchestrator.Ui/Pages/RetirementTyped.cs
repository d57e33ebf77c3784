using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Pages;

/// <summary>What somebody typed about the retirement of a version.</summary>
public sealed record RetirementTyped(int Version, string? Reason)
{
    internal static RetirementTyped Of(IFormCollection form) => new(int.TryParse(form.Text("n"), out var version) ? version : 0, form.Text("motivo"));

    /// <summary>The fields of the page have Italian names.</summary>
    internal static Refusal Named(Refusal refusal) => refusal with
    {
        Fields = [.. refusal.Fields.Select(error => error with { Path = error.Path switch { "reason" => "motivo", "version" => "n", var other => other } })],
    };
}
