using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Pages;

/// <summary>What somebody chose and typed about the files of a draft.</summary>
public sealed record DraftFilesTyped(string? Kind, string? Name, string? File, string? To, string? Removed)
{
    internal static DraftFilesTyped Of(IFormCollection form) => new(form.Text("tipo"), form.Text("nome"), form.Text("file"), form.Text("nuovo"), form.Text("via"));

    /// <summary>The fields of the page have Italian names; the file that is taken out is not the one that is renamed.</summary>
    internal Refusal Named(Refusal refusal) => refusal with
    {
        Fields = [.. refusal.Fields.Select(error => error with { Path = error.Path switch { "kind" => "tipo", "name" => "nome", "to" => "nuovo", "file" when Removed is not null => "via", var other => other } })],
    };
}
