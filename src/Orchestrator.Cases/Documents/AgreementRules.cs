using Orchestrator.Cases.Agreements;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>What the agreement of a table must be: the rules of the page where agreements are registered, without the company, which the crisis names.</summary>
internal static class AgreementRules
{
    /// <summary>Everything that is wrong, in the order of the form.</summary>
    public static IReadOnlyList<FieldProblem> WhyNot(AgreementFacts facts, DateOnly today)
    {
        var missing = Missing(facts).ToList();
        return [.. missing, .. missing.Count == 0 ? RegistrationRules.Dates(FormOf(facts), today) : [], .. RegistrationRules.Scopes(ScopesOf(facts))];
    }

    /// <summary>The form with every required day.</summary>
    public static AgreementRegistration FormOf(AgreementFacts facts) => new(
        Guid.Empty, null, "", null, "", null, facts.SigningDate!.Value, FormTexts.PlaceOf(facts.SigningPlace) ?? default, FormTexts.GroundOf(facts.CigsGround) ?? default,
        facts.CigsFrom!.Value, facts.CigsTo!.Value, ScopesOf(facts), null);

    private static List<PlanScopeEntry> ScopesOf(AgreementFacts facts) =>
        [.. facts.Scopes.Select(scope => new PlanScopeEntry(scope.Area ?? "", scope.Profile ?? "", scope.Cp2021, scope.Quota ?? 0))];

    private static IEnumerable<FieldProblem> Missing(AgreementFacts facts)
    {
        if (facts.SigningDate is null)
            yield return new("signingDate", "required", "Indicare la data di sottoscrizione.");
        if (facts.CigsFrom is null)
            yield return new("cigsFrom", "required", "Indicare l'inizio della CIGS.");
        if (facts.CigsTo is null)
            yield return new("cigsTo", "required", "Indicare la fine della CIGS.");
    }
}
