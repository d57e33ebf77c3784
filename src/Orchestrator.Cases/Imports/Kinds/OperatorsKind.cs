using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary><c>operatori_accreditati.csv</c>: the register of accredited operators, one line a site. A later file corrects what an earlier one said.</summary>
internal sealed class OperatorsKind(CasesStore store) : IImportKind
{
    private const string TaxCode = "cf";
    private const string Name = "denominazione";
    private const string RegisterNumber = "n_iscrizione";
    private const string Site = "sede_istat";
    private const string Services = "servizi";
    private const string From = "dal";
    private const string To = "al";
    private const string Email = "email";

    public FileFormat Format { get; } = new("operatori_accreditati.csv", [TaxCode, Name, RegisterNumber, Site, Services, From, To, Email], [TaxCode, Name, RegisterNumber, Site, From]);

    public bool IsCheckedByAgency => false;

    public async Task CheckAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> lines, CancellationToken cancellation)
    {
        var today = CasesStore.DayInRome(import.UploadedAt);
        var known = await context.Municipalities.Select(row => row.IstatCode).Distinct().ToListAsync(cancellation);
        var municipalities = known.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<(string, string, DateOnly)>();
        foreach (var line in lines)
        {
            var checks = new LineChecks(line, Format);
            var code = checks.Company(TaxCode, today);
            var (from, to) = (checks.Day(From), checks.Day(To));
            if (to < from)
                checks.Error(To, RowCode.PeriodReversed, "L'ultimo giorno è prima del primo: ricontrollare le date.");
            if (checks.Text(Site) is { } site)
                CheckSite(checks, site, municipalities, today);
            if (code is not null && from is { } first && checks.Text(Site) is { } at && !seen.Add((code, at, first)))
                checks.Error(Site, RowCode.DuplicateInFile, "La sede è ripetuta con la stessa data d'inizio: lasciare una sola riga.");
            checks.Answer(context, line);
        }
    }

    public async Task EnterAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> good, CancellationToken cancellation)
    {
        var providers = await context.AccreditedProviders.ToDictionaryAsync(row => row.TaxCode, cancellation);
        var sites = await context.ProviderSites.ToDictionaryAsync(row => (row.TaxCode, row.Municipality, row.ValidFrom), cancellation);
        foreach (var line in good)
        {
            var values = ImportDesk.ValuesOf(line);
            var code = values[TaxCode].ToUpperInvariant();
            if (!providers.TryGetValue(code, out var provider))
            {
                provider = new AccreditedProvider { TaxCode = code, Name = values[Name], RegisterNumber = values[RegisterNumber], UpdatedAt = store.Now };
                providers.Add(code, provider);
                context.AccreditedProviders.Add(provider);
            }
            (provider.Name, provider.RegisterNumber, provider.UpdatedAt) = (values[Name], values[RegisterNumber], store.Now);
            provider.Email = values.GetValueOrDefault(Email) ?? provider.Email;

            var key = (code, values[Site], WorkerValues.ReadDay(values[From])!.Value);
            if (sites.TryGetValue(key, out var site))
            {
                import.ExistingCount++;
            }
            else
            {
                site = new ProviderSite { TaxCode = code, Municipality = key.Item2, ValidFrom = key.Item3 };
                sites.Add(key, site);
                context.ProviderSites.Add(site);
                import.CreatedCount++;
            }
            (site.ValidTo, site.Services) = (values.GetValueOrDefault(To) is { } to ? WorkerValues.ReadDay(to) : null, values.GetValueOrDefault(Services));
            line.Erase();
        }
    }

    // Operators may have sites outside the region: they are kept, but no centre invites them.
    private static void CheckSite(LineChecks checks, string site, HashSet<string> municipalities, DateOnly today)
    {
        if (municipalities.Contains(site))
            return;
        if (MunicipalityRules.Answer(site, [], today, new Dictionary<string, EmploymentCentreView>()).Finding == CentreFinding.OutsideRegion)
            checks.Warning(Site, RowCode.MunicipalityOutsideRegion, "La sede è fuori dal Piemonte: nessun centro per l'impiego la inviterà.");
        else
            checks.Error(Site, RowCode.MunicipalityUnknown, "Il codice ISTAT della sede non esiste: indicare le 6 cifre del codice (per esempio 001272 per Torino).");
    }
}
