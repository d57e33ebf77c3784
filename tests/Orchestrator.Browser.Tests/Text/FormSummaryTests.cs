using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

public sealed class FormSummaryTests
{
    private const string Schema = """
        { "components": [
          { "type": "text", "text": "intro" },
          { "type": "dynamiclist", "path": "sessions", "label": "Sessione", "components": [
            { "type": "datetime", "key": "startAt", "dateLabel": "Inizio" },
            { "type": "select", "key": "venue", "label": "Sede", "values": [ { "label": "Azienda", "value": "az" } ] } ] },
          { "type": "group", "path": "contact", "components": [ { "type": "textfield", "key": "email", "label": "E-mail", "validate": { "required": true } } ] },
          { "type": "number", "key": "seats", "label": "Posti" } ] }
        """;

    [Test]
    public void Fields_come_in_the_order_of_the_form_with_the_paths_that_errors_name() =>
        Assert.That(
            FormSummary.Of(Schema, """{ "sessions": [ { "startAt": "2026-12-01T08:00:00Z", "venue": "az" } ], "contact": { "email": "a@b" }, "seats": 12 }""")
                .Select(field => (field.Key, field.Label, field.Value)),
            Is.EqualTo(new[]
            {
                ("sessions[0].startAt", "Sessione 1 – Inizio", "01/12/2026 09:00"), ("sessions[0].venue", "Sessione 1 – Sede", "Azienda"),
                ("contact.email", "E-mail", "a@b"), ("seats", "Posti", "12"),
            }));

    [Test]
    public void A_field_without_a_value_is_listed_empty_and_says_whether_it_is_required()
    {
        var email = FormSummary.Of(Schema, "{}").Single(field => field.Key == "contact.email");
        Assert.That((email.Value, email.Required), Is.EqualTo(("", true)));
    }

    [Test]
    public void Without_a_schema_the_data_s_own_members_are_listed() =>
        Assert.That(FormSummary.Of(null, """{ "day": "2026-11-03", "ok": true }""").Select(field => field.Value), Is.EqualTo(new[] { "03/11/2026", "✓" }));

    [TestCase("not json", "{}")]
    [TestCase("{}", "not json")]
    [TestCase("[]", "[]")]
    public void Nothing_readable_gives_no_fields(string schema, string data) =>
        Assert.That(FormSummary.Of(schema, data), Is.Empty);
}
