using Orchestrator.Contracts.Client;
using Orchestrator.Server.Client.Definitions;

namespace Orchestrator.Server.Tests.Designer;

public sealed class FolderComparisonTests
{
    private const string Table = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="d"><decision id="choose" name="Scelta"><decisionTable hitPolicy="FIRST">
          <input id="i" label="Età"><inputExpression typeRef="number"><text>age</text></inputExpression></input><output id="o" name="esito" />
          <rule id="r1"><inputEntry id="r1i"><text>&lt; 30</text></inputEntry><outputEntry id="r1o"><text>"a"</text></outputEntry></rule>
          <rule id="r2"><inputEntry id="r2i"><text>-</text></inputEntry><outputEntry id="r2o"><text>"b"</text></outputEntry></rule>
        </decisionTable></decision></definitions>
        """;

    private static string[] Told(string name, string? before, string? after) =>
        [.. FolderComparison.Between(Files(name, before), Files(name, after)).SelectMany(file => file.Changes.Select(change =>
            $"{file.Kind} {change.Sign} {change.Kind} {change.Id} '{change.Name}' at '{change.Place}'{string.Concat(change.Properties.Select(property => $"; {property.Path}[{property.Of}]: {property.Before} → {property.After}"))}"))];

    private static List<DefinitionFile> Files(string name, string? content) => content is null ? [] : [new(name, content)];

    [Test]
    public void A_rule_of_a_table_is_told_by_its_number_with_the_cell_that_differs() =>
        Assert.That(Told("choose.dmn", Table, Table.Replace("&lt; 30", "&lt; 35", StringComparison.Ordinal)), Is.EqualTo(new[] { "dmn Changed rule r1 '1' at 'Scelta'; cell[Età]: < 30 → < 35" }));

    [Test]
    public void A_rule_that_is_gone_is_told_with_its_cells() =>
        Assert.That(Told("choose.dmn", Table, Table.Remove(Table.IndexOf("  <rule id=\"r2\"", StringComparison.Ordinal), Table.IndexOf("</decisionTable>", StringComparison.Ordinal) - Table.IndexOf("  <rule id=\"r2\"", StringComparison.Ordinal))),
            Is.EqualTo(new[] { "dmn Removed rule r2 '2' at 'Scelta'; cell[Età]: - → ; cell[esito]: \"b\" → " }));

    [Test]
    public void A_field_of_a_form_is_told_by_its_label_with_the_properties_that_differ()
    {
        const string Form = """{ "id": "f", "components": [ { "type": "group", "id": "g", "label": "Dati", "components": [ { "type": "number", "id": "n", "key": "n", "label": "Numero", "validate": { "required": false } } ] } ] }""";
        Assert.That(Told("f.form", Form, Form.Replace("false", "true", StringComparison.Ordinal)), Is.EqualTo(new[] { "form Changed field n 'Numero' at 'Dati'; validate.required[]: false → true" }));
    }

    [Test]
    public void Files_that_came_went_or_differ_are_told_with_their_kind_and_the_same_is_not()
    {
        List<DefinitionFile> before = [new("a.scenario", "a"), new("b.form", "{}"), new("same.dmn", Table)];
        List<DefinitionFile> after = [new("a.scenario", "b"), new("c.bpmn", "<x/>"), new("same.dmn", Table)];
        Assert.That(FolderComparison.Between(before, after).Select(file => (file.Name, file.Kind, file.Sign)),
            Is.EqualTo(new[] { ("c.bpmn", "bpmn", ChangeSign.Added), ("b.form", "form", ChangeSign.Removed), ("a.scenario", "scenario", ChangeSign.Changed) }));
    }

    [Test]
    public void A_drawing_that_was_only_written_in_another_way_does_not_differ() =>
        Assert.That(FolderComparison.Between(Files("a.bpmn", """<d xmlns="urn:x"><p id="a"/></d>"""), Files("a.bpmn", """<d  xmlns="urn:x"><p id="a" /></d>""")), Is.Empty);
}
