namespace Orchestrator.Forms;

/// <summary>The codes of <see cref="FormError"/>. They are stable: pages have words for them.</summary>
public static class FormErrorCodes
{
    public const string Required = "required";
    public const string Type = "type";
    public const string Min = "min";
    public const string Max = "max";
    public const string MinLength = "minLength";
    public const string MaxLength = "maxLength";
    public const string Pattern = "pattern";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Decimals = "decimals";
    public const string Increment = "increment";
    public const string NotAnOption = "notAnOption";
    public const string Duplicate = "duplicate";
    public const string Date = "date";
    public const string Time = "time";
    public const string DateTime = "dateTime";
    public const string Past = "past";
    public const string Unknown = "unknown";
    public const string ReadOnly = "readOnly";
    public const string Rows = "rows";
    public const string RowsMax = "rowsMax";
    public const string Rule = "rule";

    public static IReadOnlyList<string> All { get; } =
    [
        Required, Type, Min, Max, MinLength, MaxLength, Pattern, Email, Phone, Decimals, Increment, NotAnOption, Duplicate,
        Date, Time, DateTime, Past, Unknown, ReadOnly, Rows, RowsMax, Rule,
    ];
}
