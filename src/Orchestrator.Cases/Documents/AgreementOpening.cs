using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>
/// Makes the agreement that a crisis table ended with. The process that registers it tells the others itself: no notice is kept, unlike for an agreement that is
/// registered on a page.
/// </summary>
internal static class AgreementOpening
{
    public static async Task<DocumentBook.Opening> OpenAsync(CasesContext context, DocumentRegistration document, AgreementFacts facts, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await context.Crises.AnyAsync(row => row.Code == document.Crisis, cancellation))
            throw DocumentBook.NoCrisis(document.Crisis);
        DocumentBook.CheckTexts("agreement", facts.Scopes.SelectMany(scope => new[] { scope.Area, scope.Profile, scope.Cp2021 }));
        var problems = AgreementRules.WhyNot(facts, CasesStore.DayInRome(now));
        if (problems.Count > 0)
            return DocumentBook.Opening.Refused(RegistrationError.InvalidAgreement, problems);

        var form = AgreementRules.FormOf(facts);
        var number = await CasesStore.NextNumberAsync(context, "agreement-" + document.Crisis, cancellation);
        var agreement = new RelocationAgreement
        {
            Code = FormattableString.Invariant($"AG-{document.Crisis}-{number}"),
            CrisisCode = document.Crisis,
            Request = Guid.NewGuid(), // the document's job key makes it one
            SigningDate = form.SigningDate,
            SigningPlace = form.SigningPlace,
            Ground = form.Ground,
            CigsFrom = form.CigsFrom,
            CigsTo = form.CigsTo,
            RegisteredAt = now,
            RegisteredBy = document.Office.Administration,
            Scopes = [.. form.Scopes.Select((scope, index) => new PlanScope { Position = index + 1, Area = scope.Area.Trim(), Profile = scope.Profile.Trim(), Cp2021 = scope.Cp2021, Quota = scope.Quota })],
        };
        context.Agreements.Add(agreement);
        await context.SaveChangesAsync(cancellation);
        return new(null, agreement.Code);
    }
}
