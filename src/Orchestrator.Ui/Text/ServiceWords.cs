using Microsoft.Extensions.Localization;

namespace Orchestrator.Ui.Text;

/// <summary>Who deployed something: a person by their name, the program by what it did.</summary>
public static class ServiceWords
{
    /// <summary>The name; words for <c>system:start</c>, which deploys the folder of the server.</summary>
    public static string Of(IStringLocalizer<Words> words, string by) => by == "system:start" ? words["definitions.byStart"] : by;
}
