using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>What kind of incident it is, in words.</summary>
public static class IncidentWords
{
    public static string Of(IStringLocalizer<Words> words, IncidentView incident) =>
        words.Known($"incident.{incident.Code}") ?? incident.Code;
}
