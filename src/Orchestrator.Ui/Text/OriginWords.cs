using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>What a draft of definitions was made from.</summary>
public static class OriginWords
{
    public static string Of(IStringLocalizer<Words> words, DraftSummary draft) => draft switch
    {
        { BaseVersion: { } version } => words["draft.fromVersion", version],
        { IsNew: true } => words["draft.fromNothing"],
        _ => words["draft.fromFolder"],
    };
}
