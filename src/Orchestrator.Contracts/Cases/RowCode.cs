namespace Orchestrator.Contracts.Cases;

/// <summary>Stable codes of what can be said about a row; <c>docs/cases.md</c> explains each. A code is never reused.</summary>
public static class RowCode
{
    public const string RowBroken = "ROW_BROKEN";
    public const string RequiredMissing = "REQUIRED_MISSING";
    public const string TooLong = "TOO_LONG";
    public const string CfStructure = "CF_STRUCTURE";
    public const string CfDate = "CF_DATE";
    public const string CfCheck = "CF_CHECK";
    public const string CfProvisional = "CF_PROVISIONAL";
    public const string CfSurnameDiffers = "CF_SURNAME_DIFFERS";
    public const string CfNameDiffers = "CF_NAME_DIFFERS";
    public const string CfDateDiffers = "CF_DATE_DIFFERS";
    public const string CfGenderDiffers = "CF_GENDER_DIFFERS";
    public const string CfPlaceDiffers = "CF_PLACE_DIFFERS";
    public const string DuplicateInFile = "DUPLICATE_IN_FILE";
    public const string AlreadyInCrisis = "ALREADY_IN_CRISIS";
    public const string AgeOutOfRange = "AGE_OUT_OF_RANGE";
    public const string AgeUnusual = "AGE_UNUSUAL";
    public const string MunicipalityUnknown = "MUNICIPALITY_UNKNOWN";
    public const string MunicipalityOutsideRegion = "MUNICIPALITY_OUTSIDE_REGION";
    public const string MunicipalityCeased = "MUNICIPALITY_CEASED";
    public const string EmailMissing = "EMAIL_MISSING";
    public const string EmailSyntax = "EMAIL_SYNTAX";
    public const string MobileSyntax = "MOBILE_SYNTAX";
    public const string DateSyntax = "DATE_SYNTAX";
    public const string NumberSyntax = "NUMBER_SYNTAX";
    public const string NotAnOption = "NOT_AN_OPTION";
    public const string TaxCode = "TAX_CODE";
    public const string ReasonMissing = "REASON_MISSING";
    public const string NoCase = "NO_CASE";
    public const string NumberOfAnother = "NUMBER_OF_ANOTHER";
    public const string NotApproved = "NOT_APPROVED";
    public const string ProviderUnknown = "PROVIDER_UNKNOWN";
    public const string AlreadyKnown = "ALREADY_KNOWN";
    public const string PeriodReversed = "PERIOD_REVERSED";
    public const string Cp2021Syntax = "CP2021_SYNTAX";
    public const string Expired = "EXPIRED";
}
