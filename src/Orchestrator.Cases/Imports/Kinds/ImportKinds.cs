using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary>Every kind of file.</summary>
internal sealed class ImportKinds(CasesStore store)
{
    private readonly Dictionary<ImportKind, IImportKind> _all = new()
    {
        [ImportKind.Workers] = new WorkersKind(store),
        [ImportKind.BookingDecisions] = new DecisionsKind(store),
        [ImportKind.ProviderChoices] = new ChoicesKind(store),
        [ImportKind.EmploymentNotices] = new NoticesKind(store),
        [ImportKind.AccreditedOperators] = new OperatorsKind(store),
        [ImportKind.Vacancies] = new VacanciesKind(store),
    };

    public IImportKind Of(ImportKind kind) => _all[kind];
}
