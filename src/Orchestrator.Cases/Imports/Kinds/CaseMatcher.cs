using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary>Finds the cases of an agreement (or of all) by person or by booking number, all at once.</summary>
internal sealed class CaseMatcher
{
    private readonly Dictionary<string, string> _byPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _persons = new(StringComparer.Ordinal);

    /// <summary>Cases of <paramref name="agreement"/>.</summary>
    public static async Task<CaseMatcher> OfAsync(CasesContext context, string agreement, CancellationToken cancellation)
    {
        var matcher = new CaseMatcher();
        var cases = context.WorkerCases.Where(row => row.AgreementCode == agreement);
        await foreach (var row in cases.Select(row => new { row.CaseId, row.Worker!.CanonicalCf }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            matcher._byPerson[row.CanonicalCf] = row.CaseId;
            matcher._persons[row.CaseId] = row.CanonicalCf;
        }
        var bookings = context.Bookings.Where(row => cases.Any(entry => entry.CaseId == row.CaseId));
        await foreach (var row in bookings.Select(row => new { row.Number, row.CaseId }).AsAsyncEnumerable().WithCancellation(cancellation))
            matcher._byNumber[Normalised(row.Number)] = row.CaseId;
        return matcher;
    }

    /// <summary>The case of this booking, else of this person; null when there is none.</summary>
    public string? Find(string? number, string? person) =>
        ByNumber(number) ?? (person is not null ? _byPerson.GetValueOrDefault(person) : null);

    /// <summary>The number is that of a booking of somebody else: whose decision it is nobody can tell from the row.</summary>
    public bool Contradicts(string? number, string? person) => person is not null && ByNumber(number) is { } found && _persons[found] != person;

    private string? ByNumber(string? number) => number is null ? null : _byNumber.GetValueOrDefault(Normalised(number));

    private static string Normalised(string number) => number.Trim().ToUpperInvariant();
}
