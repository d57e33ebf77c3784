using System.Globalization;
using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Figures of lists: what is not counted further is said so.</summary>
public static class CountWords
{
    public static string Of(IStringLocalizer<Words> words, int count) =>
        count >= InboxPage.CountMax ? words["count.atLeast", InboxPage.CountMax.ToString("N0", CultureInfo.CurrentCulture)] : count.ToString(CultureInfo.InvariantCulture);
}
