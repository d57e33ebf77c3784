using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>The register of documents (protocollo): what a registration opens is written in its transaction.</summary>
internal sealed class DocumentBook(CasesStore store)
{
    public Task<RegistrationAnswer> RegisterAsync(DocumentRegistration document, CancellationToken cancellation) =>
        RegisterAsync(
            document,
            async (context, _) => await context.Crises.AnyAsync(row => row.Code == document.Crisis, cancellation) ? Opening.Nothing : throw NoCrisis(document.Crisis),
            cancellation);

    public Task<RegistrationAnswer> OpenCrisisAsync(DocumentRegistration document, CrisisFacts facts, CancellationToken cancellation) =>
        RegisterAsync(document, (context, now) => CrisisOpening.OpenAsync(context, document, facts, now, cancellation), cancellation);

    public Task<RegistrationAnswer> OpenAgreementAsync(DocumentRegistration document, AgreementFacts facts, CancellationToken cancellation) =>
        RegisterAsync(document, (context, now) => AgreementOpening.OpenAsync(context, document, facts, now, cancellation), cancellation);

    public Task<DocumentView> ReadAsync(string document, CancellationToken cancellation) =>
        store.ReadAsync(
            async context => await context.Documents.Where(row => row.DocumentId == document)
                    .Select(row => new DocumentView(
                        row.DocumentId, row.RegistryNumber, row.RegisteredAt, row.Kind, row.CrisisCode, row.AgreementCode, row.Subject, row.Sha256, row.Content, row.Segnatura))
                    .SingleOrDefaultAsync(cancellation)
                ?? throw new RegistryRefusedException(RefusalCode.NotFound, "Expected a registered document, but there is none of this id."),
            cancellation);

    /// <summary>Refuses a crisis that does not exist.</summary>
    public static RegistryRefusedException NoCrisis(string crisis) =>
        new(RefusalCode.NotFound, CrisisRules.IsCode(crisis) ? $"Expected a crisis {crisis}, but there is none." : "Expected the code of a crisis such as CR-2026-0007, but found something else.");

    private async Task<RegistrationAnswer> RegisterAsync(DocumentRegistration document, Func<CasesContext, DateTimeOffset, Task<Opening>> open, CancellationToken cancellation)
    {
        Check(document);
        var content = CanonicalJson.OfObject(document.ContentJson);
        return await store.WriteAsync(
            async context =>
            {
                if (await context.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.JobKey == document.JobKey, cancellation) is { } known)
                    return await AnswerAsync(context, known, cancellation);
                var now = store.Now;
                var year = CasesStore.DayInRome(now).Year;
                // Nothing is taken until everything is checked: a refused registration leaves no gap.
                await RegistryNumbers.HoldAsync(context, year, cancellation);
                var opening = await open(context, now);
                if (opening.Refusal is { } refusal)
                    return refusal;
                var number = await RegistryNumbers.NextAsync(context, year, cancellation);
                var row = RowOf(document, content, number, now, opening.Agreement);
                context.Documents.Add(row);
                await context.SaveChangesAsync(cancellation);
                return await AnswerAsync(context, row, cancellation);
            },
            cancellation);
    }

    private static Document RowOf(DocumentRegistration document, string content, string number, DateTimeOffset now, string? agreement)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return new Document
        {
            DocumentId = $"DOC-{Guid.NewGuid()}",
            JobKey = document.JobKey,
            RegistryNumber = number,
            Kind = document.Kind,
            CrisisCode = document.Crisis,
            AgreementCode = agreement,
            Subject = document.Subject.Trim(),
            RegisteredAt = now,
            Sha256 = hash,
            Content = content,
            Segnatura = SegnaturaXml.Write(document, number, now, hash),
        };
    }

    private static async Task<RegistrationAnswer> AnswerAsync(CasesContext context, Document row, CancellationToken cancellation)
    {
        var registered = new RegisteredDocument(row.RegistryNumber, row.RegisteredAt, row.Sha256, row.DocumentId);
        if (row.Kind != DocumentKind.Dossier)
            return new(registered, null, [], null, null, [], row.AgreementCode);
        var centre = await context.Crises.Where(crisis => crisis.Code == row.CrisisCode).Select(crisis => crisis.CentreCode).SingleAsync(cancellation);
        var provinces = await context.CompanySites.Where(site => site.CrisisCode == row.CrisisCode && site.Province != null).Select(site => site.Province!).Distinct().ToListAsync(cancellation);
        return new(registered, null, [], null, centre, [.. provinces.Order(StringComparer.Ordinal)], null);
    }

    private static void Check(DocumentRegistration document)
    {
        SessionRules.CheckKey(nameof(document.JobKey), document.JobKey);
        if (!DocumentKind.All.Contains(document.Kind))
            throw new RegistryRefusedException(RefusalCode.Invalid, $"Expected the kind of the document to be one of {string.Join(", ", DocumentKind.All)}, but found something else.");
        CheckTexts("document", [document.Crisis, document.Subject, document.Office.Administration, document.Office.Area, document.Office.Name]);
        CasesStore.CheckCount("characters of the subject", document.Subject.Trim().Length, CaseLimits.TextCharsMax);
        CasesStore.CheckCount("characters of the document", document.ContentJson.Length, DocumentRegistration.ContentCharsMax);
    }

    /// <summary>Refuses texts that no XML document and no database can hold: control characters and halves of a character.</summary>
    public static void CheckTexts(string what, IEnumerable<string?> texts)
    {
        try
        {
            foreach (var text in texts.OfType<string>()) XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            throw new RegistryRefusedException(RefusalCode.Invalid, $"Expected the texts of the {what} without control characters, but one has some: remove them.");
        }
    }

    /// <summary>What a registration opened, or why it may not be.</summary>
    internal sealed record Opening(RegistrationAnswer? Refusal, string? Agreement)
    {
        public static Opening Nothing { get; } = new(null, null);

        public static Opening Refused(string error, IEnumerable<FieldProblem> problems, string? existing = null) =>
            new(new(null, error, [.. problems.Select(problem => new RegistrationProblem(problem.Field, problem.Code, problem.Message))], existing, null, [], null), null);
    }
}
