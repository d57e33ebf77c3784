using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

public sealed class GridDifferenceTests
{
    private static readonly GridColumn Status = new("status", "Presenza", GridColumnKind.Choice) { Options = [new("presente", "Presente"), new("assente", "Assente")] };
    private static readonly GridColumn Needs = new("needs", "Esigenze", GridColumnKind.Choices) { Options = [new("spid", "SPID"), new("richiesta", "Richiesta")] };

    [Test]
    public void Cells_that_differ_are_told_row_by_row_and_empty_ones_are_nobodys_word()
    {
        var sheet = Sheet(Row("PW-1", ("status", "assente")), Row("PW-2", ("status", "presente")), Row("PW-3"));
        GridEntry[] typed = [Entry("PW-1", ("status", "presente"), ("needs", "spid")), Entry("PW-2", ("status", "presente")), Entry("PW-3", ("status", "")), Entry("PW-9", ("status", "presente"))];
        Assert.That(
            GridDifference.Of(sheet, typed).Select(cell => (cell.Row.CaseId, cell.Column.Key, cell.Recorded, cell.Typed)),
            Is.EqualTo(new[] { ("PW-1", "status", "assente", "presente"), ("PW-1", "needs", "", "spid") }));
    }

    [TestCase("presente", "Presente")]
    [TestCase("boh", "boh")]
    public void A_choice_shows_its_label_and_what_is_none_as_it_is(string value, string shown) =>
        Assert.That(CellText.Of(Status, value), Is.EqualTo(shown));

    [Test]
    public void Several_choices_show_their_labels() =>
        Assert.That(CellText.Of(Needs, "spid|richiesta"), Is.EqualTo("SPID, Richiesta"));

    private static GridSheet Sheet(params GridRow[] rows) =>
        new(new(1, 1, "Presenze", HumanTaskState.Completed, new(1, null, "p", "P"), default), [Status, Needs], rows, new(false, false, false, false));

    private static GridRow Row(string id, params (string Key, string Value)[] values) => new(id, "N", "C", values.ToDictionary(value => value.Key, value => value.Value));

    private static GridEntry Entry(string id, params (string Key, string Value)[] values) => new(id, values.ToDictionary(value => value.Key, value => value.Value));
}
