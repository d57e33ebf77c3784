using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Workers;

/// <summary>
/// Finds persons that occur twice, by canonical codice fiscale, while a file is read from top to bottom. The first good row of a person stays; a later
/// one, or one whose person has a case in the crisis, gets an error.
/// </summary>
public sealed class DuplicateCheck
{
    private readonly Dictionary<string, int> _firstRows = new(StringComparer.Ordinal);

    /// <summary>The verdict with what this check adds.</summary>
    public RowVerdict Check(RowVerdict verdict, IReadOnlySet<string> alreadyInCrisis)
    {
        if (verdict.CanonicalCodiceFiscale is not { } code)
            return verdict;
        var issues = new List<RowIssue>(verdict.Issues);
        if (_firstRows.TryGetValue(code, out var first) && first != verdict.RowNumber)
            issues.Add(Error(RowCode.DuplicateInFile, FormattableString.Invariant($"La persona è già alla riga {first} dello stesso elenco: togliere una delle due righe.")));
        if (alreadyInCrisis.Contains(code))
            issues.Add(Error(RowCode.AlreadyInCrisis, "La persona ha già una pratica in questa crisi: togliere la riga; le variazioni si fanno sulla pratica."));
        var checkedVerdict = verdict with { Issues = issues };
        if (checkedVerdict.IsGood)
            _firstRows[code] = verdict.RowNumber;
        return checkedVerdict;
    }

    private static RowIssue Error(string code, string message) => new(WorkerColumns.CodiceFiscale, code, RowSeverity.Error, message);
}
