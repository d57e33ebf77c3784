namespace Orchestrator.Contracts.Cases;

/// <summary>A registered document, or the business error for which nothing was registered.</summary>
/// <param name="Document">Null exactly when there is an <paramref name="Error"/>.</param>
/// <param name="Error">One of <see cref="RegistrationError"/>.</param>
/// <param name="Problems">Of an invalid dossier or agreement, in the order of its form.</param>
/// <param name="ExistingCrisis">Of a duplicate: the crisis that is open already.</param>
/// <param name="Centre">Of a crisis: code of the centre that is competent for its first site in the region.</param>
/// <param name="Provinces">Of a crisis: the provinces of its sites in the region, in the order of the alphabet.</param>
/// <param name="Agreement">Of an agreement: its business key.</param>
public sealed record RegistrationAnswer(
    RegisteredDocument? Document, string? Error, IReadOnlyList<RegistrationProblem> Problems, string? ExistingCrisis, string? Centre, IReadOnlyList<string> Provinces, string? Agreement);

/// <summary>What a registration gives.</summary>
/// <param name="RegistryNumber"><c>REG-2026-0000001</c>: the numbers of a year (Europe/Rome) have no gap.</param>
/// <param name="Sha256">Of the canonical content in UTF-8, 64 lower-case hexadecimal digits.</param>
/// <param name="DocumentId">Opaque.</param>
public sealed record RegisteredDocument(string RegistryNumber, DateTimeOffset RegisteredAt, string Sha256, string DocumentId);

/// <summary>Why a value of a form was not accepted.</summary>
/// <param name="Field">Path in the form, indices from 0: <c>sites[2].municipality</c>.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">Italian, plain: what was expected and what to do.</param>
public sealed record RegistrationProblem(string Field, string Code, string Message);

/// <summary>The business errors, named as processes catch them.</summary>
public static class RegistrationError
{
    public const string DuplicateCrisis = "duplicate-crisis";

    public const string InvalidCrisis = "invalid-crisis";

    public const string InvalidAgreement = "invalid-agreement";
}
