namespace Orchestrator.Forms;

/// <summary>Every bound of forms, in one place.</summary>
public static class FormLimits
{
    /// <summary>Characters of one form.</summary>
    public const int FileCharactersMax = 1 << 20;

    /// <summary>JSON values inside each other.</summary>
    public const int DepthMax = 64;

    public const int ComponentsMax = 500;

    /// <summary>Rows that a list of a form accepts.</summary>
    public const int RowsMax = 2_000;

    /// <summary>Characters of a text that no maxLength bounds.</summary>
    public const int TextLengthMax = 10_000;

    /// <summary>Rounds in which hidden fields may hide others.</summary>
    public const int HidingRoundsMax = 8;

    /// <summary>Errors that are answered; the rest of a very wrong form is not listed.</summary>
    public const int ErrorsMax = 200;
}
