using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Agreements;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class AgreementDeskTests(Database database)
{
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await Databases.CreateAsync(database);

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Keys_count_crises_in_the_year_and_agreements_in_the_crisis_without_gaps()
    {
        var first = await _on.AgreementAsync();
        var secondOfFirst = await _on.AgreementAsync(first.Crisis);
        await RegisterAsync(SampleForms.Registration() with { Crisis = first.Crisis, CompanyTaxCode = "80087670016" }); // refused: another company
        var thirdOfFirst = await _on.AgreementAsync(first.Crisis);
        var other = await _on.AgreementAsync(taxCode: "80087670016");

        Assert.That(
            new[] { first.Agreement, secondOfFirst.Agreement, thirdOfFirst.Agreement, other.Agreement },
            Is.EqualTo(new[] { "AG-CR-2026-0001-1", "AG-CR-2026-0001-2", "AG-CR-2026-0001-3", "AG-CR-2026-0002-1" }));
    }

    [Test]
    public async Task Many_at_once_get_numbers_without_gap_or_double()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _on.AgreementAsync())));

        var crises = await _on.Desk.ListCrisesAsync(100, CancellationToken.None);
        Assert.That(crises.Select(crisis => crisis.Crisis).Order(), Is.EqualTo(Enumerable.Range(1, 8).Select(n => FormattableString.Invariant($"CR-2026-{n:D4}"))));
    }

    [Test]
    public async Task The_same_request_registers_once()
    {
        var form = SampleForms.Registration();

        var once = await RegisterAsync(form);
        var twice = await RegisterAsync(form);

        Assert.Multiple(() =>
        {
            Assert.That(twice.Value!.Agreement, Is.EqualTo(once.Value!.Agreement));
            Assert.That(_on.Desk.ListAgreementsAsync(0, 10, CancellationToken.None).Result, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_registration_is_read_back_as_it_was_written()
    {
        var form = SampleForms.Registration() with { VatNumber = "12345678903", Notes = "tavolo del 2 marzo" };

        await RegisterAsync(form);

        var view = await _on.Desk.FindAgreementAsync("AG-CR-2026-0001-1", CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(view!.SigningDate, Is.EqualTo(form.SigningDate));
            Assert.That(view.Ground, Is.EqualTo(CigsGround.Reorganisation));
            Assert.That(view.Scopes, Is.EqualTo(form.Scopes));
            Assert.That((view.TotalQuota, view.VatNumber, view.CompanyMunicipality, view.Notes), Is.EqualTo((40, "12345678903", "001272", "tavolo del 2 marzo")));
        });
    }

    private static IEnumerable<TestCaseData> WrongForms()
    {
        var right = SampleForms.Registration();
        yield return new TestCaseData(right with { CompanyTaxCode = "12345678901" }, "companyTaxCode").SetName("A_wrong_check_digit_is_refused");
        yield return new TestCaseData(right with { VatNumber = "00000000000" }, "vatNumber").SetName("A_vat_number_of_zeros_is_refused");
        yield return new TestCaseData(right with { SigningDate = new DateOnly(2026, 3, 13) }, "signingDate").SetName("A_signing_date_after_today_is_refused");
        yield return new TestCaseData(right with { SigningDate = new DateOnly(2017, 12, 31) }, "signingDate").SetName("A_signing_date_before_the_law_is_refused");
        yield return new TestCaseData(right with { Ground = CigsGround.Solidarity }, "cigsGround").SetName("A_solidarity_contract_is_refused");
        yield return new TestCaseData(right with { CigsTo = right.CigsFrom }, "cigsTo").SetName("A_wage_supplement_that_ends_as_it_begins_is_refused");
        yield return new TestCaseData(right with { Scopes = [] }, "scopes").SetName("An_agreement_without_scopes_is_refused");
        yield return new TestCaseData(right with { Scopes = [right.Scopes[0], right.Scopes[0] with { Profile = "saldatori " }] }, "scopes[1].profile").SetName("The_same_scope_twice_is_refused");
        yield return new TestCaseData(right with { Scopes = [right.Scopes[0] with { Quota = 0 }] }, "scopes[0].quota").SetName("A_quota_of_nobody_is_refused");
        yield return new TestCaseData(right with { Scopes = [right.Scopes[0] with { Cp2021 = "6.21" }] }, "scopes[0].cp2021").SetName("A_malformed_occupation_is_refused");
        yield return new TestCaseData(right with { Crisis = "CR-2026-0009" }, "crisis").SetName("A_crisis_that_does_not_exist_is_refused");
    }

    [TestCaseSource(nameof(WrongForms))]
    public async Task A_wrong_form_is_refused_by_field_and_nothing_is_written(AgreementRegistration form, string field)
    {
        var answer = await RegisterAsync(form);

        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(answer.Problems.Select(problem => problem.Field), Is.EqualTo(new[] { field }));
            Assert.That(context.Companies.Count() + context.Sequences.Count(), Is.Zero);
        });
    }

    [Test]
    public async Task Today_is_the_day_in_Rome()
    {
        _on.Clock.Advance(new DateTimeOffset(2026, 3, 12, 23, 30, 0, TimeSpan.Zero) - _on.Clock.GetUtcNow()); // 00:30 of the 13th in Rome

        var answer = await RegisterAsync(SampleForms.Registration() with { SigningDate = new DateOnly(2026, 3, 13) });

        Assert.That(answer.IsAccepted);
    }

    [Test]
    public async Task A_corrected_signing_date_keeps_the_old_one_with_its_reason()
    {
        var agreement = await _on.AgreementAsync();
        var correction = new SigningDateCorrection(agreement.Agreement, agreement.SigningDate, new DateOnly(2026, 2, 27), "errore di trascrizione");

        var corrected = await CorrectAsync(correction);
        var again = await CorrectAsync(correction);
        var stale = await CorrectAsync(correction with { SigningDate = new DateOnly(2026, 2, 26) });

        await using var context = _on.CreateDbContext();
        var kept = await context.SigningDateChanges.SingleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(corrected.Value!.SigningDate, Is.EqualTo(correction.SigningDate));
            Assert.That(again.IsAccepted);
            Assert.That(stale.Problems.Single().Code, Is.EqualTo(RefusalCode.Stale));
            Assert.That((kept.Before, kept.After, kept.Reason, kept.ChangedBy), Is.EqualTo((agreement.SigningDate, correction.SigningDate, "errore di trascrizione", "regione-1")));
        });
    }

    private Task<DeskAnswer<AgreementView>> RegisterAsync(AgreementRegistration form) => _on.Desk.RegisterAgreementAsync(form, "regione-1", CancellationToken.None);

    private Task<DeskAnswer<AgreementView>> CorrectAsync(SigningDateCorrection correction) => _on.Desk.CorrectSigningDateAsync(correction, "regione-1", CancellationToken.None);
}
