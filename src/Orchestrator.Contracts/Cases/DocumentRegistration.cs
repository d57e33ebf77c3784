namespace Orchestrator.Contracts.Cases;

/// <summary>A document to be registered.</summary>
/// <param name="JobKey">The engine's job key: the idempotency key.</param>
/// <param name="Kind">One of <see cref="DocumentKind"/>.</param>
/// <param name="Crisis">Business key of the crisis whose file it belongs to.</param>
/// <param name="Subject">Oggetto, at most <see cref="CaseLimits.TextCharsMax"/> characters, without names of persons.</param>
/// <param name="ContentJson">The document as a JSON object, at most <see cref="ContentCharsMax"/> characters. Its canonical form (RFC 8785) is what is kept and hashed.</param>
/// <param name="Office">Who registers.</param>
public sealed record DocumentRegistration(string JobKey, string Kind, string Crisis, string Subject, string ContentJson, RegistryOffice Office)
{
    /// <summary>A longer document is refused.</summary>
    public const int ContentCharsMax = 262_144;
}

/// <summary>The office that keeps the register, as its segnatura names it.</summary>
/// <param name="Administration">Code of IndicePA, <c>r_piemon</c>.</param>
/// <param name="Area">Code of the area organizzativa omogenea.</param>
/// <param name="Name">What people call it.</param>
public sealed record RegistryOffice(string Administration, string Area, string Name);

/// <summary>Kinds of documents.</summary>
public static class DocumentKind
{
    /// <summary>The file of a crisis, whose registration opens it.</summary>
    public const string Dossier = "fascicolo";

    /// <summary>A relocation agreement.</summary>
    public const string Agreement = "accordo";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [Dossier, Agreement, "verbale", "progetto", "dossier", "relazione"];
}
