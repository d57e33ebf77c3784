using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>Turns the values of a good row into a worker and a case.</summary>
internal sealed class RowValues(StagedLine row, IReadOnlyDictionary<string, string> values)
{
    private const string Italian = "it";

    public Worker NewWorker(DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        CodiceFiscale = Required(WorkerColumns.CodiceFiscale).ToUpperInvariant(),
        CanonicalCf = row.CanonicalCf!,
        Surname = Required(WorkerColumns.Surname),
        Name = Required(WorkerColumns.Name),
        Email = Optional(WorkerColumns.Email),
        Mobile = Optional(WorkerColumns.Mobile),
        Municipality = Required(WorkerColumns.Municipality),
        Address = Optional(WorkerColumns.Address),
        Language = Italian,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>A later list knows the person better; an empty value there does not delete what is known.</summary>
    public void Refresh(Worker worker, DateTimeOffset now)
    {
        worker.CodiceFiscale = Required(WorkerColumns.CodiceFiscale).ToUpperInvariant();
        worker.Surname = Required(WorkerColumns.Surname);
        worker.Name = Required(WorkerColumns.Name);
        worker.Email = Optional(WorkerColumns.Email) ?? worker.Email;
        worker.Mobile = Optional(WorkerColumns.Mobile) ?? worker.Mobile;
        worker.Municipality = Required(WorkerColumns.Municipality);
        worker.Address = Optional(WorkerColumns.Address) ?? worker.Address;
        worker.UpdatedAt = now;
    }

    /// <summary>The id is random: its order must not tell the order of the company's list.</summary>
    public WorkerCase NewCase(string crisis, FileImport import, Guid worker, DateTimeOffset now) => new()
    {
        CaseId = $"PW-{Guid.NewGuid():D}",
        CrisisCode = crisis,
        AgreementCode = import.AgreementCode,
        WorkerId = worker,
        CentreCode = row.CentreCode!,
        ImportId = import.Id,
        RowNumber = row.RowNumber,
        JobTitle = Required(WorkerColumns.JobTitle),
        Level = Optional(WorkerColumns.Level),
        Area = Optional(WorkerColumns.Area),
        Profile = Optional(WorkerColumns.Profile),
        HiredOn = Typed(WorkerColumns.HiredOn, WorkerValues.ReadDay),
        Contract = Optional(WorkerColumns.Contract),
        WeeklyHours = Typed(WorkerColumns.WeeklyHours, text => WorkerValues.ReadNumber(text, WorkerValues.WeeklyHoursMax)),
        SuspensionPercent = Typed(WorkerColumns.SuspensionPercent, text => WorkerValues.ReadNumber(text, WorkerValues.PercentMax)),
        Education = Optional(WorkerColumns.Education),
        CreatedAt = now,
    };

    private string? Optional(string column) => values.GetValueOrDefault(column);

    private string Required(string column) => Optional(column) ?? throw Unusable(column);

    private T? Typed<T>(string column, Func<string, T?> read)
        where T : struct =>
        Optional(column) is { } text ? read(text) ?? throw Unusable(column) : null;

    // The verdict said that the row is good: what it let through must not be lost silently.
    private RegistryRefusedException Unusable(string column) =>
        new(RefusalCode.Invalid, FormattableString.Invariant($"Expected a usable value in {column} of the good row {row.RowNumber}, but its verdict let another one through."));
}
