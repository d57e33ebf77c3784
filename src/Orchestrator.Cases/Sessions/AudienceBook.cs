using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>The cases that an audience key stands for; see <see cref="ICaseRegistry.ReadCasesAsync"/>.</summary>
internal sealed class AudienceBook(CasesStore store)
{
    public Task<CasePage> ReadCasesAsync(string audience, string? afterCase, int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.ReadAsync(
            async context =>
            {
                var cases = await ResolveAsync(context, audience, cancellation);
                var page = await After(cases, afterCase).OrderBy(row => row.CaseId).Take(take + 1)
                    .Select(row => new WorkerCaseReference(row.CaseId, row.CentreCode, row.InScope == true)).ToListAsync(cancellation);
                return new CasePage([.. page.Take(take)], page.Count > take);
            },
            cancellation);
    }

    public Task<RecipientPage> ReadRecipientsAsync(string audience, string? afterCase, int take, AccessReason reason, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.WriteAsync(
            async context =>
            {
                var cases = await ResolveAsync(context, audience, cancellation);
                var rows = await After(cases, afterCase).OrderBy(row => row.CaseId).Take(take + 1)
                    .Select(row => new Recipient(row.CaseId, row.Worker!.Name + " " + row.Worker.Surname, row.Worker.Email, row.Worker.Language)).ToListAsync(cancellation);
                var page = rows.Take(take).ToList();
                store.NoteRead(context, reason, page.Select(recipient => recipient.CaseId));
                return new RecipientPage(page, rows.Count > take);
            },
            cancellation);
    }

#pragma warning disable CA1309 // the database compares; the overload with a comparison cannot be translated
    private static IQueryable<WorkerCase> After(IQueryable<WorkerCase> cases, string? afterCase) =>
        afterCase is null ? cases : cases.Where(row => string.Compare(row.CaseId, afterCase) > 0);
#pragma warning restore CA1309

    private static async Task<IQueryable<WorkerCase>> ResolveAsync(CasesContext context, string audience, CancellationToken cancellation)
    {
        if (await context.Sessions.AnyAsync(row => row.SessionId == audience, cancellation))
            return context.WorkerCases.AsNoTracking().Where(row => context.SessionPlaces.Any(place => place.SessionId == audience && place.CaseId == row.CaseId));
        if (await context.Agreements.AnyAsync(row => row.Code == audience, cancellation))
            return context.WorkerCases.AsNoTracking().Where(row => row.AgreementCode == audience);
        if (Guid.TryParse(audience, out var import) && await context.Imports.AnyAsync(row => row.Id == import, cancellation))
            return context.WorkerCases.AsNoTracking().Where(row => context.StagedLines.Any(line => line.ImportId == import && line.CaseId == row.CaseId));
        if (await context.Crises.AnyAsync(row => row.Code == audience, cancellation))
            return context.WorkerCases.AsNoTracking().Where(row => row.CrisisCode == audience);
        if (await context.WorkerCases.AnyAsync(row => row.CaseId == audience, cancellation))
            return context.WorkerCases.AsNoTracking().Where(row => row.CaseId == audience);
        throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected the key of a session, a crisis, an agreement, an import or a case, but {audience} is none of them.");
    }
}
