using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Documents;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class DocumentBookTests(Database database)
{
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await Databases.CreateAsync(database);

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Numbers_of_a_year_run_from_one_without_gap_though_jobs_come_at_once_and_twice()
    {
        await Dossiers.OpenAsync(_on, "0");
        var jobs = Enumerable.Range(1, 12).SelectMany(job => new[] { job, job }).Select(job => $"{job}").ToList();

        var answers = await Task.WhenAll(jobs.Select(job => Task.Run(() => Dossiers.RegisterAsync(_on, job))));

        Assert.Multiple(() =>
        {
            Assert.That(
                answers.Select(answer => answer.Document!.RegistryNumber).Distinct().Order(StringComparer.Ordinal),
                Is.EqualTo(Enumerable.Range(2, 12).Select(number => FormattableString.Invariant($"REG-2026-{number:D7}"))));
            foreach (var same in answers.Zip(jobs).GroupBy(pair => pair.Second))
                Assert.That(same.Select(pair => pair.First.Document).Distinct().Count(), Is.EqualTo(1), $"job {same.Key}");
        });
    }

    [Test]
    public async Task A_refused_registration_uses_no_number()
    {
        await Dossiers.OpenAsync(_on);
        await _on.Registry.OpenAgreementAsync(Dossiers.Document("2", DocumentKind.Agreement), Dossiers.Agreement() with { CigsGround = "contratto di solidarietà" }, CancellationToken.None);
        await Dossiers.OpenAsync(_on, "3", "CR-2026-0002"); // a duplicate

        Assert.That((await Dossiers.RegisterAsync(_on, "4")).Document!.RegistryNumber, Is.EqualTo("REG-2026-0000002"));
    }

    [Test]
    public async Task A_registration_that_dies_anywhere_and_is_repeated_leaves_no_gap_and_no_double()
    {
        await Dossiers.OpenAsync(_on);
        for (var point = 0; ; point++)
        {
            var crash = new CrashAt(point);
            using (_on.With(crash))
            {
                try
                {
                    await Dossiers.RegisterAsync(_on, $"job-{point}");
                }
                catch (CrashException)
                {
                    // The process is gone; the engine offers the job again.
                }
            }
            var number = (await Dossiers.RegisterAsync(_on, $"job-{point}")).Document!.RegistryNumber;
            Assert.That(number, Is.EqualTo(FormattableString.Invariant($"REG-2026-{point + 2:D7}")), $"died at {point}");
            if (!crash.HasCrashed) break;
        }
    }

    [Test]
    public async Task The_next_year_begins_at_one()
    {
        await Dossiers.OpenAsync(_on);
        _on.Clock.Advance(new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero) - _on.Clock.GetUtcNow()); // already 2027 in Rome

        Assert.That((await Dossiers.RegisterAsync(_on, "2")).Document!.RegistryNumber, Is.EqualTo("REG-2027-0000001"));
    }

    [Test]
    public async Task A_document_is_kept_in_canonical_form_with_its_hash_and_segnatura()
    {
        await Dossiers.OpenAsync(_on);
        var answer = await _on.Registry.RegisterDocumentAsync(Dossiers.Document("2", content: """{ "b": 1.50, "a": "è\u0007" }"""), CancellationToken.None);

        var kept = await _on.Registry.ReadDocumentAsync(answer.Document!.DocumentId, CancellationToken.None);

        const string canonical = "{\"a\":\"è\\u0007\",\"b\":1.5}";
        XNamespace agid = "http://www.agid.gov.it/protocollo/";
        var segnatura = XDocument.Parse(kept.Segnatura).Root!;
        Assert.Multiple(() =>
        {
            Assert.That(kept.Content, Is.EqualTo(canonical));
            Assert.That(kept.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))));
            Assert.That(segnatura.Name, Is.EqualTo(agid + "SegnaturaInformatica"));
            Assert.That(segnatura.Descendants(agid + "CodiceRegistro").Single().Value, Is.EqualTo("REG-2026"));
            Assert.That(segnatura.Descendants(agid + "NumeroRegistrazione").Single().Value, Is.EqualTo("0000002"));
            Assert.That(segnatura.Descendants(agid + "DataRegistrazione").Single().Value, Is.EqualTo("2026-03-12"));
            Assert.That(segnatura.Descendants(agid + "OraRegistrazione").Single().Value, Is.EqualTo("10:30:00+01:00"));
            Assert.That(segnatura.Descendants(agid + "Impronta").Single().Value, Is.EqualTo(kept.Sha256));
            Assert.That(segnatura.Descendants(agid + "Oggetto").Single().Value, Is.EqualTo("Verbale del tavolo"));
        });
    }

    [TestCase("""{"a":1,"a":2}""")]
    [TestCase("[1]")]
    [TestCase("{")]
    [TestCase("""{"a":1e400}""")]
    public async Task What_has_no_one_text_is_refused(string content)
    {
        await Dossiers.OpenAsync(_on);

        Assert.That(
            () => _on.Registry.RegisterDocumentAsync(Dossiers.Document("2", content: content), CancellationToken.None),
            Throws.TypeOf<RegistryRefusedException>().With.Property("Code").EqualTo(RefusalCode.Invalid));
    }

    [TestCase("Verbale\0")]
    [TestCase("Verbale \u000b")]
    public async Task A_subject_that_no_XML_can_hold_is_refused(string subject)
    {
        await Dossiers.OpenAsync(_on);

        Assert.That(
            () => _on.Registry.RegisterDocumentAsync(Dossiers.Document("2") with { Subject = subject }, CancellationToken.None),
            Throws.TypeOf<RegistryRefusedException>().With.Property("Code").EqualTo(RefusalCode.Invalid));
    }

    [Test]
    public void A_crisis_that_does_not_exist_has_no_documents() =>
        Assert.That(() => Dossiers.RegisterAsync(_on, "1"), Throws.TypeOf<RegistryRefusedException>().With.Property("Code").EqualTo(RefusalCode.NotFound));

    [Test]
    public async Task A_table_that_is_opened_gets_the_next_code_once_and_no_code_is_given_twice()
    {
        var request = Guid.NewGuid();
        var first = await _on.Desk.ReserveCrisisAsync(request, "regione-1", CancellationToken.None);
        var again = await _on.Desk.ReserveCrisisAsync(request, "regione-1", CancellationToken.None);
        await Dossiers.OpenAsync(_on, "1", "CR-2026-0005"); // a code from elsewhere
        var next = await _on.Desk.ReserveCrisisAsync(Guid.NewGuid(), "regione-1", CancellationToken.None);
        var registered = await _on.AgreementAsync();

        Assert.That(new[] { first, again, next, registered.Crisis }, Is.EqualTo(new[] { "CR-2026-0001", "CR-2026-0001", "CR-2026-0006", "CR-2026-0007" }));
    }

    [Test]
    public async Task An_agreement_gets_its_key_and_its_plan()
    {
        await Dossiers.OpenAsync(_on);
        var document = Dossiers.Document("2", DocumentKind.Agreement);
        var answer = await _on.Registry.OpenAgreementAsync(document, Dossiers.Agreement(), CancellationToken.None);
        var again = await _on.Registry.OpenAgreementAsync(document, Dossiers.Agreement(), CancellationToken.None);

        var agreement = (await _on.Desk.FindAgreementAsync("AG-CR-2026-0001-1", CancellationToken.None))!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.Agreement, Is.EqualTo("AG-CR-2026-0001-1"));
            Assert.That(again.Document, Is.EqualTo(answer.Document));
            Assert.That(again.Agreement, Is.EqualTo(answer.Agreement));
            Assert.That(agreement.TotalQuota, Is.EqualTo(45));
            Assert.That(agreement.Scopes.Select(scope => scope.Profile), Is.EqualTo(new[] { "Saldatori", "Contabili" }));
            Assert.That(_on.Desk.ListAgreementsAsync(0, 10, CancellationToken.None).Result, Has.Count.EqualTo(1));
            Assert.That(_on.Desk.ReadNoticesAsync(10, CancellationToken.None).Result, Is.Empty, "the process tells the others itself");
        });
    }

    [Test]
    public async Task A_wrong_agreement_says_everything_that_is_wrong()
    {
        await Dossiers.OpenAsync(_on);
        var facts = Dossiers.Agreement() with { SigningDate = new DateOnly(2026, 3, 13), CigsGround = "contratto di solidarietà", CigsTo = new DateOnly(2026, 3, 1), Scopes = [new("Montaggio", "", null, 0)] };

        var answer = await _on.Registry.OpenAgreementAsync(Dossiers.Document("2", DocumentKind.Agreement), facts, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Error, Is.EqualTo(RegistrationError.InvalidAgreement));
            Assert.That(answer.Problems.Select(problem => $"{problem.Field} {problem.Code}"), Is.EqualTo(new[] { "signingDate max", "cigsGround notAllowed", "cigsTo min", "scopes[0].profile required", "scopes[0].quota min" }));
        });
    }

    [Test]
    public async Task Days_that_are_missing_are_asked_for()
    {
        await Dossiers.OpenAsync(_on);

        var answer = await _on.Registry.OpenAgreementAsync(
            Dossiers.Document("2", DocumentKind.Agreement), Dossiers.Agreement() with { SigningDate = null, CigsFrom = null, CigsTo = null }, CancellationToken.None);

        Assert.That(answer.Problems.Select(problem => problem.Field), Is.EqualTo(new[] { "signingDate", "cigsFrom", "cigsTo" }));
    }
}
