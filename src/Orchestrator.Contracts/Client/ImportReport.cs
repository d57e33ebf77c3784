namespace Orchestrator.Contracts.Client;

/// <summary>An uploaded file.</summary>
/// <param name="FileName">Its name on the user's machine, shown only.</param>
/// <param name="Content">Its bytes, at most 10 MiB.</param>
public sealed record WorkersFile(string FileName, ReadOnlyMemory<byte> Content);

/// <summary>The state of an uploaded file.</summary>
public enum ImportState
{
    /// <summary>Being checked; the report is not complete.</summary>
    Checking,

    /// <summary>Checked; somebody decides.</summary>
    AwaitingDecision,

    /// <summary>The good rows were taken in.</summary>
    Accepted,

    /// <summary>Sent back whole.</summary>
    Rejected,
}

/// <summary>An uploaded file in a list.</summary>
/// <param name="ImportId">The list.</param>
/// <param name="FileName">The uploaded file's name.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="UploadedBy">Who, as a name to show.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rows">Rows in the file, without the heading.</param>
/// <param name="GoodRows">Rows that can be taken in.</param>
/// <param name="BadRows">Rows with at least one error.</param>
public sealed record ImportSummary(
    Guid ImportId, string FileName, DateTimeOffset UploadedAt, string UploadedBy, ImportState State, int Rows, int GoodRows, int BadRows)
{
    /// <summary>What stands in it.</summary>
    public FileKind Kind { get; init; }

    /// <summary>The agreement, else the crisis it belongs to; null for a file that concerns all crises.</summary>
    public string? OwnerKey { get; init; }

    /// <summary>Good rows about which there is a warning.</summary>
    public int WarnedRows { get; init; }
}

/// <summary>Which rows of a report are wanted.</summary>
/// <param name="OnlyBad">Only rows with an error or a warning.</param>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 1000.</param>
public sealed record ImportQuery(bool OnlyBad, int Offset, int Limit);

/// <summary>A list with its rows.</summary>
/// <param name="Summary">The list.</param>
/// <param name="AgreementKey">The agreement it belongs to, else the crisis; empty for a file that concerns all crises.</param>
/// <param name="Version">Grows with every change; the decision names it.</param>
/// <param name="Total">How many rows the query has in all.</param>
/// <param name="Rows">The wanted rows, in the file's order.</param>
/// <param name="MayDecide">True when this user may decide now.</param>
public sealed record ImportReport(
    ImportSummary Summary, string AgreementKey, long Version, int Total, IReadOnlyList<ImportRow> Rows, bool MayDecide)
{
    /// <summary>Why it was sent back, or a note of the decision.</summary>
    public string? Reason { get; init; }
}

/// <summary>A row of a list.</summary>
/// <param name="Line">The line in the file, the heading being line 1.</param>
/// <param name="Name">Surname and name, or the name of an operator, as written; empty where the file has none.</param>
/// <param name="Findings">What is wrong with it; empty when it is good.</param>
public sealed record ImportRow(int Line, string Name, IReadOnlyList<ImportFinding> Findings)
{
    /// <summary>The competent employment centre, when it is known.</summary>
    public string? Centre { get; init; }

    /// <summary>The case that the row became or is about; null when there is none, or not yet.</summary>
    public string? CaseKey { get; init; }
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Field">The column's name in the file.</param>
/// <param name="Code">A stable code: <c>TaxCodeCheck</c>, <c>TaxCodeForm</c>, <c>Duplicate</c>, <c>UnknownMunicipality</c>, <c>required</c>, …</param>
/// <param name="Message">What was expected and what was found, without repeating a tax code.</param>
/// <param name="IsWarning">A warning does not keep the row out.</param>
public sealed record ImportFinding(string Field, string Code, string Message, bool IsWarning);

/// <summary>A decision about a list.</summary>
/// <param name="Request">Idempotency key.</param>
/// <param name="ImportId">The list.</param>
/// <param name="Version">The version that the page showed.</param>
/// <param name="TakeGoodRows">True: the good rows become worker cases. False: nothing is taken in.</param>
/// <param name="Reason">Mandatory when rows are left out or the list is sent back.</param>
public sealed record ImportDecision(Guid Request, Guid ImportId, long Version, bool TakeGoodRows, string? Reason);
