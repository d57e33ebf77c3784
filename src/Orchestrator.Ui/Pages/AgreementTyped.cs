using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Pages;

/// <summary>The registration form as typed: texts, so that what cannot be read comes back as it was.</summary>
public sealed record AgreementTyped
{
    /// <summary>Rows shown for areas and profiles at first.</summary>
    public const int RowsAtFirst = 3;

    private const int RowsMax = 100;

    public string? CrisisKey { get; init; }
    public string? CompanyName { get; init; }
    public string? CompanyTaxCode { get; init; }
    public string? CompanyMunicipality { get; init; }
    public string? SigningDate { get; init; }
    public string? SigningPlace { get; init; }
    public string? CigsGround { get; init; }
    public string? CigsFrom { get; init; }
    public string? CigsTo { get; init; }
    public string? Notes { get; init; }
    public IReadOnlyList<AgreementRow> Rows { get; init; } = [.. Enumerable.Repeat(new AgreementRow(null, null, null), RowsAtFirst)];

    /// <summary>Reads the posted form.</summary>
    public static AgreementTyped Of(IFormCollection form)
    {
        var rows = Enumerable.Range(0, RowsMax)
            .TakeWhile(index => form.ContainsKey($"scopes[{index}].area"))
            .Select(index => new AgreementRow(form.Text($"scopes[{index}].area"), form.Text($"scopes[{index}].profile"), form.Text($"scopes[{index}].quota")))
            .ToList();
        return new()
        {
            CrisisKey = form.Text("crisisKey"),
            CompanyName = form.Text("companyName"),
            CompanyTaxCode = form.Text("companyTaxCode"),
            CompanyMunicipality = form.Text("companyMunicipality"),
            SigningDate = form.Text("signingDate"),
            SigningPlace = form.Text("signingPlace"),
            CigsGround = form.Text("cigsGround"),
            CigsFrom = form.Text("cigsFrom"),
            CigsTo = form.Text("cigsTo"),
            Notes = form.Text("notes"),
            Rows = rows,
        };
    }

    /// <summary>The signing date, when it can be read.</summary>
    public DateOnly? SigningDay => DayOf(SigningDate);

    /// <summary>The draft, or what cannot be read; rules beyond that are the registry's.</summary>
    public Outcome<AgreementDraft> ToDraft()
    {
        List<FieldError> errors = [];
        var company = Text("companyName", CompanyName);
        var taxCode = Text("companyTaxCode", CompanyTaxCode);
        var signing = Day("signingDate", SigningDate);
        var place = Text("signingPlace", SigningPlace);
        var ground = Text("cigsGround", CigsGround);
        var from = Day("cigsFrom", CigsFrom);
        var to = Day("cigsTo", CigsTo);
        if (to != default && to <= from)
            errors.Add(new("cigsTo", "afterFrom", "Expected a day after the first."));
        var scopes = Rows.Select((row, index) => (row, index)).Where(entry => !entry.row.IsEmpty || entry.index == 0)
            .Select(entry => new AgreementScope(
                Text($"scopes[{entry.index}].area", entry.row.Area),
                Text($"scopes[{entry.index}].profile", entry.row.Profile),
                Number($"scopes[{entry.index}].quota", entry.row.Quota)))
            .ToList();
        return errors.Count == 0
            ? new AgreementDraft(CrisisKey, company, taxCode, CompanyMunicipality, signing, place, ground, from, to, scopes) { Notes = Notes }
            : new Refusal(RefusalKind.Invalid, "AgreementIncomplete", "Expected a complete form.") { Fields = errors };

        string Text(string field, string? text)
        {
            if (text is null)
                errors.Add(new(field, "required", "Expected a value."));
            return text ?? "";
        }

        DateOnly Day(string field, string? text)
        {
            var day = DayOf(text);
            if (day is null)
                errors.Add(text is null ? new(field, "required", "Expected a date.") : new(field, "date", "Expected a date."));
            return day ?? default;
        }

        int Number(string field, string? text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
            errors.Add(text is null ? new(field, "required", "Expected a number.") : new(field, "number", "Expected a whole number."));
            return 0;
        }
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A typed row of areas and profiles.</summary>
public sealed record AgreementRow(string? Area, string? Profile, string? Quota)
{
    public bool IsEmpty => Area is null && Profile is null && Quota is null;
}
