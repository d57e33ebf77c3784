namespace Orchestrator.Feel;

/// <summary>One rule on the way to the result of an office function.</summary>
/// <param name="Date">The day that the rule speaks of.</param>
/// <param name="Number">A number of days or months.</param>
/// <param name="Because">Why the day is a holiday.</param>
/// <param name="Label">A calendar with its version, or an instant.</param>
public sealed record OfficeStep(OfficeRule Rule, FeelDate? Date = null, long? Number = null, DayOff? Because = null, string? Label = null)
{
    /// <summary>The rule as a sentence.</summary>
    public string Text(FeelLanguage language) => OfficeWords.Sentence(this, language);

    public override string ToString() => Text(FeelLanguage.English);
}
