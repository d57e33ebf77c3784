using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Orchestrator.Bpmn;
using Orchestrator.Contracts.Client;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Engine.Deployments;
using Orchestrator.Feel;
using Orchestrator.Forms;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Client;

namespace Orchestrator.Server.Tests.Pages;

/// <summary>Rule: each diagnostic has an Italian message and an Italian remedy over the same arguments, and no Italian text is of no diagnostic.</summary>
internal sealed partial class ItalianTextsTests
{
    private static readonly Descriptor[] _all =
    [
        .. new[] { typeof(FeelDescriptors), typeof(DmnDescriptors), typeof(FormDescriptors), typeof(BpmnDescriptors), typeof(DeploymentDescriptors) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => field.GetValue(null)).OfType<Descriptor>(),
    ];

    [Test]
    public void Each_code_has_an_Italian_text_and_each_text_a_code() => Assert.That(ItalianTexts.Codes, Is.EquivalentTo(_all.Select(one => one.Code)));

    [Test]
    public void An_Italian_text_has_the_places_of_the_English_one()
    {
        var different = _all.Where(one =>
            Places(one.Template) != Places(ItalianTexts.Of(one.Code).Template) || Places(one.Remedy) != Places(ItalianTexts.Of(one.Code).Remedy));
        Assert.That(different.Select(one => one.Code), Is.Empty);
    }

    [Test]
    public void Words_of_ours_are_Italian_and_names_of_the_author_stay()
    {
        var source = new SourceText("a.bpmn", "");
        var token = new Diagnostic(FeelDescriptors.UnexpectedToken, source, new(0, 0), null, "an expression", "the end of the expression");
        var variable = new Diagnostic(FeelDescriptors.UnknownVariable, source, new(0, 0), null, "input");
        Assert.That(ItalianTexts.Message(token), Is.EqualTo("Qui serve un'espressione, invece c'è la fine dell'espressione."));
        Assert.That(ItalianTexts.Message(variable), Is.EqualTo("La variabile 'input' non esiste."));
    }

    [TestCase("it-IT", "Qui serve un'espressione, invece c'è la fine dell'espressione.")]
    [TestCase("en-GB", "Expected an expression, but found the end of the expression.")]
    public void A_page_tells_in_its_own_language_what_is_wrong_with_an_expression_and_a_table(string language, string told)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var world = new FeelWorld(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ItalianCalendars.Default);
            var designer = new ActingUser("designer", "Dario Disegno", [], [Roles.Designer]);
            Assert.That(new Expressions(world).Evaluate(designer, "1 +", "").Value!.Remarks.Single().Message, Is.EqualTo(told));
            const string table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="a" name="A"><variable name="A"/><literalExpression><text>1 +</text></literalExpression></decision></definitions>
                """;
            Assert.That(new Decisions(world).Read(designer, table).Value!.Remarks.Select(one => one.Message), Does.Contain(told));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Places(string format) => string.Join(' ', Place().Matches(format).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?<!\{)\{\d+\}")]
    private static partial Regex Place();
}
