using System.Diagnostics;

namespace Orchestrator.Feel.Tests.Office;

/// <summary>Each result of an office function can tell how it was reached, rule by rule, in two languages.</summary>
public sealed class ExplanationTests
{
    [TestCaseSource(typeof(IndependentDeadlines), nameof(IndependentDeadlines.All))]
    public void A_day_and_its_explanation_are_those_of_the_independent_calculator(object given)
    {
        var expected = (IndependentDeadlines.Deadline)given;

        var explained = Explain(expected.Expression, expected.Today);

        var explanation = explained.Explanations.Single();
        Assert.Multiple(() =>
        {
            Assert.That(explained.Result.Value.ToString(), Is.EqualTo(expected.Result));
            Assert.That(explanation.Text(FeelLanguage.Italian), Is.EqualTo(expected.Italian));
            Assert.That(explanation.Text(FeelLanguage.English), Is.EqualTo(expected.English));
        });
    }

    [Test]
    public void There_are_two_hundred_deadlines_of_every_kind()
    {
        var kinds = IndependentDeadlines.All.Select(one => one.Group).Distinct();

        Assert.That(IndependentDeadlines.All, Has.Count.GreaterThanOrEqualTo(200));
        Assert.That(kinds, Is.SupersetOf((string[])
            ["vectors of processes 2.3", "Easter Monday", "29 February", "4 October", "patron day", "Saturday under both rules", "across New Year", "registered late"]));
    }

    [Test]
    public void The_written_deadlines_are_what_the_calculator_computes()
    {
        using var python = Start();
        var written = python.StandardOutput.ReadToEnd();
        python.WaitForExit();

        Assert.That(written, Is.EqualTo(IndependentDeadlines.Written), "run deadlines.py > deadlines.json and read the diff");
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo("python3", [IndependentDeadlines.Program]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("python3 is not installed: the generator of the deadlines was not run.");
            throw;
        }
    }

    [Test]
    public void An_explained_expression_gives_the_same_value_and_warnings()
    {
        var expression = FeelTesting.Parse("[term end(@\"2026-01-01\", 30), add working days(@\"2026-01-01\", 1, \"none\"), missing]");

        var plain = expression.Evaluate(DictionaryScope.Empty, FeelTesting.Environment);
        var explained = expression.Explain(DictionaryScope.Empty, FeelTesting.Environment);

        Assert.That(explained.Result.Value, Is.EqualTo(plain.Value));
        Assert.That(explained.Result.Warnings.Select(one => one.ToString()), Is.EqualTo(plain.Warnings.Select(one => one.ToString())));
    }

    [Test]
    public void Every_call_is_explained_with_its_place_and_its_result()
    {
        const string Text = "start of next day(term end(@\"2019-12-24\", 30)) > now()";

        var explanations = FeelTesting.Parse(Text).Explain(DictionaryScope.Empty, FeelTesting.Environment).Explanations;

        Assert.That(explanations.Select(one => one.Function), Is.EqualTo((string[])["term end", "start of next day"]));
        Assert.That(Text.Substring(explanations[0].Span.Start, explanations[0].Span.Length), Is.EqualTo("term end(@\"2019-12-24\", 30)"));
        Assert.That(explanations[0].Result.ToString(), Is.EqualTo("@\"2020-01-23\""));
        Assert.That(explanations[1].Text(FeelLanguage.Italian), Is.EqualTo("Giovedì 23/01/2020 finisce all'istante 2020-01-24T00:00:00@Europe/Rome."));
    }

    [Test]
    public void What_has_no_result_has_no_explanation() =>
        Assert.That(Explain("term end(@\"2026-01-01\", @\"PT36H\")", "2026-01-01").Explanations, Is.Empty);

    [Test]
    public void A_long_way_lists_sixty_days_and_counts_the_rest()
    {
        var steps = Explain("add working days(@\"2026-01-01\", 1000)", "2026-01-01").Explanations.Single().Steps;

        Assert.That(steps.Count(step => step.Rule == OfficeRule.DaySkipped), Is.EqualTo(FeelLimits.ExplainedDaysMax));
        var skipped = steps.Single(step => step.Rule == OfficeRule.FurtherSkipped).Number + FeelLimits.ExplainedDaysMax;
        var (start, end) = (steps[1].Date!.DayNumber, steps[^1].Date!.DayNumber);
        Assert.That(end - start, Is.EqualTo(1000 + skipped), "each day counts or is skipped");
    }

    [Test]
    public void Every_rule_has_a_sentence_in_both_languages([Values] OfficeRule rule, [Values] FeelLanguage language)
    {
        var step = new OfficeStep(rule, FeelDate.Of(2026, 1, 6), 3, new DayOff(DayOffKind.Yearly, "Epifania", "Epiphany"), "legal (1)");

        Assert.That(step.Text(language), Does.EndWith(".").And.Not.Contains("{"));
    }

    private static FeelExplained Explain(string expression, string today)
    {
        var environment = FeelTesting.At($"{today}T10:00:00Z") with { Calendars = IndependentDeadlines.Calendars };
        return FeelTesting.Parse(expression).Explain(DictionaryScope.Empty, environment);
    }
}
