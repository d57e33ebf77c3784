using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Orchestrator.Contracts.Client;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Client;

namespace Orchestrator.Server.Tests.Pages;

/// <summary>What the page of decision tables is told, and what a program is told about an expression.</summary>
internal sealed class TablePageTests
{
    private static readonly ActingUser s_designer = new("designer", "Dario Disegno", [], [Roles.Designer]);

    private static readonly Decisions s_decisions = new(new FeelWorld(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ItalianCalendars.Default));

    [Test]
    public void The_only_decision_of_a_file_is_chosen_and_each_rule_says_what_became_of_it()
    {
        var trial = s_decisions.Evaluate(s_designer, new(Table("FIRST", "&lt; 10", "&gt; 50"), null, """{ "importo totale": 70 }""")).Value!;
        Assert.That(trial.Chosen!.Name, Is.EqualTo("Sconto"));
        Assert.That(trial.Answer!.Value, Is.EqualTo("2"));
        var look = trial.Answer.Steps.Single().Tables.Single();
        Assert.That(look.Inputs, Is.EqualTo(new[] { new DecisionInput("Importo", "70") }));
        Assert.That(look.Rules.Select(rule => (rule.Number, rule.Fate, rule.FailedColumn)), Is.EqualTo(new (int, RuleFate, int?)[] { (1, RuleFate.Failed, 1), (2, RuleFate.Matched, null) }));
        Assert.That(look.Rules[1].Annotations, Is.EqualTo(new[] { "nota 2" }));
    }

    [Test]
    public void Rules_behind_the_first_that_decides_are_not_looked_at()
    {
        var trial = s_decisions.Evaluate(s_designer, new(Table("FIRST", "&lt; 100", "&gt; 50"), null, """{ "importo totale": 70 }""")).Value!;
        Assert.That(trial.Answer!.Steps[0].Tables[0].Rules.Select(rule => rule.Fate), Is.EqualTo(new[] { RuleFate.Matched, RuleFate.NotLookedAt }));
    }

    [Test]
    public void A_value_that_the_table_does_not_list_is_told_with_what_it_lists()
    {
        var listed = Table("FIRST", "-", "-").Replace("</inputExpression>", "</inputExpression><inputValues><text>[1..50]</text></inputValues>", StringComparison.Ordinal);
        var look = s_decisions.Evaluate(s_designer, new(listed, null, """{ "importo totale": 70 }""")).Value!.Answer!.Steps[0].Tables[0];
        Assert.That(look.Refused, Is.EqualTo(new[] { new DecisionInput("Importo", "[1..50]") }));
    }

    [Test]
    public void A_remark_names_the_decision_the_rule_the_element_and_the_line()
    {
        var file = s_decisions.Read(s_designer, Table("FIRST", "&lt; 10", "&gt; +")).Value!;
        var remark = file.Remarks.Single(one => one.IsError);
        Assert.That((remark.Place.Decision, remark.Place.Rule, remark.Place.Element, remark.Place.Line), Is.EqualTo(("Sconto", 2, "c2", 6)));
        Assert.That(remark.Place.Before + remark.Place.Marked + remark.Place.After, Does.Contain("&gt; +"));
    }

    [Test]
    public void Of_a_file_with_several_decisions_one_must_be_named()
    {
        var two = Table("FIRST", "-", "-").Replace("</definitions>", """<decision id="e" name="Altra"><variable name="Altra"/><literalExpression><text>1</text></literalExpression></decision></definitions>""", StringComparison.Ordinal);
        Assert.That(s_decisions.Evaluate(s_designer, new(two, null, "")).Refusal!.Fields.Single().Code, Is.EqualTo("decisionChoice"));
        Assert.That(s_decisions.Evaluate(s_designer, new(two, "e", "")).Value!.Answer!.Value, Is.EqualTo("1"));
    }

    [TestCase("not xml")]
    [TestCase("")]
    [TestCase("<definitions><decision id='a'")]
    [TestCase("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")]
    public void What_is_no_DMN_has_no_decisions_and_says_why(string source)
    {
        var trial = s_decisions.Evaluate(s_designer, new(source, null, "")).Value!;
        Assert.That((trial.File.Choices.Count, trial.Answer), Is.EqualTo((0, (DecisionAnswer?)null)));
        Assert.That(trial.File.Remarks, Is.Not.Empty);
    }

    [Test]
    public void Data_that_are_no_object_and_files_that_are_too_long_are_refused()
    {
        Assert.That(s_decisions.Evaluate(s_designer, new(Table("FIRST", "-", "-"), null, "[1]")).Refusal!.Fields.Single().Path, Is.EqualTo("context"));
        Assert.That(s_decisions.Read(s_designer, new string(' ', DecisionFile.CharsMax + 1)).Refusal!.Fields.Single().Code, Is.EqualTo("maxLength"));
    }

    [Test]
    public async Task A_program_is_told_about_names_with_spaces_and_about_the_place_of_each_null()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAccountAsync("reader", [Roles.Admin], ["office"]);
        using var client = server.Client("reader");
        using var fine = await client.PostAsJsonAsync("/v2/expression/evaluation", new { expression = "=importo totale + 1", variables = new Dictionary<string, int> { ["importo totale"] = 4 } });
        Assert.That(fine.StatusCode, Is.EqualTo(HttpStatusCode.OK), await fine.Content.ReadAsStringAsync());
        Assert.That((await fine.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result").GetInt32(), Is.EqualTo(5));

        const string Sent = "=1 +\n nome";
        using var empty = await client.PostAsJsonAsync("/v2/expression/evaluation", new { expression = Sent, variables = new { nome = "x" } });
        var warning = (await empty.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("warnings")[0];
        Assert.That(warning.GetProperty("code").GetString(), Does.StartWith("FEEL"));
        var place = Sent.Substring(warning.GetProperty("offset").GetInt32(), warning.GetProperty("length").GetInt32());
        Assert.That(place, Is.EqualTo(Sent[1..]));
        Assert.That((warning.GetProperty("line").GetInt32(), warning.GetProperty("column").GetInt32()), Is.EqualTo((1, 2)));
    }

    private static string Table(string policy, string first, string second) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="m">
          <inputData id="i" name="importo totale"><variable name="importo totale" typeRef="number"/></inputData>
          <decision id="d" name="Sconto"><variable name="Sconto"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable hitPolicy="{policy}"><input label="Importo"><inputExpression><text>importo totale</text></inputExpression></input><output/>
              <rule id="r1"><description>nota 1</description><inputEntry id="c1"><text>{first}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
              <rule id="r2"><description>nota 2</description><inputEntry id="c2"><text>{second}</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
            </decisionTable></decision>
        </definitions>
        """;
}
