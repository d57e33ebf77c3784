using Microsoft.Extensions.Localization;

namespace Orchestrator.Ui.Text;

/// <summary>Kinds of sessions in words: «Incontro di presentazione», «Incontro 1».</summary>
public static class SessionWords
{
    public static string Of(IStringLocalizer<Words> words, string kind) => words.Known($"sessionKind.{kind}") ?? kind.Replace('-', ' ');
}
