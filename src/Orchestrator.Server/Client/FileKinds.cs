using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client;

/// <summary>Kinds of files between the registry and the pages.</summary>
internal static class FileKinds
{
    private static readonly Dictionary<FileKind, RegistryDesk.ImportKind> s_all = new()
    {
        [FileKind.Workers] = RegistryDesk.ImportKind.Workers,
        [FileKind.BookingDecisions] = RegistryDesk.ImportKind.BookingDecisions,
        [FileKind.ProviderChoices] = RegistryDesk.ImportKind.ProviderChoices,
        [FileKind.EmploymentNotices] = RegistryDesk.ImportKind.EmploymentNotices,
        [FileKind.AccreditedOperators] = RegistryDesk.ImportKind.AccreditedOperators,
        [FileKind.Vacancies] = RegistryDesk.ImportKind.Vacancies,
    };

    public static IEnumerable<FileKind> All => s_all.Keys;

    public static RegistryDesk.ImportKind Of(FileKind kind) => s_all[kind];

    public static FileKind Of(RegistryDesk.ImportKind kind) => s_all.Single(pair => pair.Value == kind).Key;
}
