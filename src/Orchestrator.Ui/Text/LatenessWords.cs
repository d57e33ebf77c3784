using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Lengths of time in words, as coarse as they matter: «5 secondi», «15 minuti», «2 giorni».</summary>
public static class LatenessWords
{
    private static readonly (TimeSpan Unit, string Key)[] s_units =
        [(TimeSpan.FromDays(1), "deadlines.late.days"), (TimeSpan.FromHours(1), "deadlines.late.hours"), (TimeSpan.FromMinutes(1), "deadlines.late.minutes")];

    /// <summary>A class of lateness: «fino a 1 secondo», «oltre 1 giorno».</summary>
    public static string Of(IStringLocalizer<Words> words, IReadOnlyList<LatenessClass> classes, int place) => classes[place].UpTo is { } upTo
        ? words["deadlines.late.upTo", Length(words, upTo)]
        : words["deadlines.late.over", Length(words, classes[place - 1].UpTo ?? TimeSpan.Zero)];

    public static string Length(IStringLocalizer<Words> words, TimeSpan length)
    {
        foreach (var (unit, key) in s_units)
            if (length >= unit) return Counted(words, key, length / unit);
        return Counted(words, "deadlines.late.seconds", length.TotalSeconds);
    }

    private static string Counted(IStringLocalizer<Words> words, string key, double number) => Math.Round(number, number < 10 ? 1 : 0) is var rounded && rounded == 1 ? words[key + "One"] : words[key, rounded];
}
