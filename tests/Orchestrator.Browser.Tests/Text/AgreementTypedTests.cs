using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;

namespace Orchestrator.Browser.Tests.Text;

public sealed class AgreementTypedTests
{
    private static readonly AgreementTyped Complete = new()
    {
        CompanyName = "Esempio S.p.A.",
        CompanyTaxCode = "10000000009",
        SigningDate = "2026-11-03",
        SigningPlace = "ministero",
        CigsGround = "crisi",
        CigsFrom = "2026-11-01",
        CigsTo = "2027-10-31",
        Rows = [new("Montaggio", "Operaio", "12"), new(null, null, null)],
    };

    [Test]
    public void A_complete_form_is_a_draft_without_its_empty_rows()
    {
        var draft = Complete.ToDraft().Value!;
        Assert.That(draft.Scopes, Is.EqualTo(new[] { new AgreementScope("Montaggio", "Operaio", 12) }));
        Assert.That(draft.SigningDate, Is.EqualTo(new DateOnly(2026, 11, 3)));
    }

    [Test]
    public void An_empty_form_names_every_mandatory_field_in_the_order_of_the_page() =>
        Assert.That(
            new AgreementTyped().ToDraft().Refusal!.Fields.Select(error => error.Path),
            Is.EqualTo(new[]
            {
                "companyName", "companyTaxCode", "signingDate", "signingPlace", "cigsGround", "cigsFrom", "cigsTo",
                "scopes[0].area", "scopes[0].profile", "scopes[0].quota",
            }));

    [TestCase("31/11/2026", "date")]
    [TestCase("2026-02-30", "date")]
    public void A_date_that_is_none_is_named(string date, string code) =>
        Assert.That((Complete with { SigningDate = date }).ToDraft().Refusal!.Fields.Single(), Has.Property(nameof(FieldError.Code)).EqualTo(code));

    [Test]
    public void The_wage_supplement_ends_after_it_starts() =>
        Assert.That((Complete with { CigsTo = "2026-11-01" }).ToDraft().Refusal!.Fields.Single().Code, Is.EqualTo("afterFrom"));

    [Test]
    public void A_half_filled_row_is_named_by_its_place() =>
        Assert.That(
            (Complete with { Rows = [Complete.Rows[0], new("Magazzino", null, "x")] }).ToDraft().Refusal!.Fields.Select(error => (error.Path, error.Code)),
            Is.EqualTo(new[] { ("scopes[1].profile", "required"), ("scopes[1].quota", "number") }));
}
