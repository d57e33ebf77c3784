using System.Globalization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What the address of a case's page says.</summary>
/// <param name="Key">The case.</param>
/// <param name="Position">The shown position; null is the last.</param>
/// <param name="From">The first position of the shown story; null for the end of the history.</param>
/// <param name="Everything">True to tell the engine's own steps as well.</param>
public sealed record CaseAddress(long Key, long? Position, long? From, bool Everything)
{
    /// <summary>Events told on one page.</summary>
    public const int StoryEntries = 500;

    /// <summary>The address with what was changed by a <c>with</c>.</summary>
    public string Url
    {
        get
        {
            List<string> parts = [];
            if (Position is { } position)
                parts.Add("posizione=" + position.ToString(CultureInfo.InvariantCulture));
            if (From is { } from)
                parts.Add("da=" + from.ToString(CultureInfo.InvariantCulture));
            if (Everything)
                parts.Add("tutto=1");
            return "/pratiche/" + Key.ToString(CultureInfo.InvariantCulture) + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
        }
    }
}

/// <summary>A correction that came back: what was typed and why it was refused.</summary>
public sealed record CorrectionTyped(string? Date, string? Reason, Refusal? Refusal);
