using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Documents;

/// <summary>The choices of the programme's forms, as processes write them.</summary>
internal static class FormTexts
{
    private static readonly Dictionary<string, CigsGround> s_grounds = new(StringComparer.Ordinal)
    {
        ["riorganizzazione"] = CigsGround.Reorganisation, ["crisi aziendale"] = CigsGround.CompanyCrisis, ["contratto di solidarietà"] = CigsGround.Solidarity,
    };

    private static readonly Dictionary<string, SigningPlace> s_places = new(StringComparer.Ordinal)
    {
        ["Ministero del Lavoro"] = SigningPlace.Ministry, ["Regione Piemonte"] = SigningPlace.Region, ["altro"] = SigningPlace.Other,
    };

    private static readonly Dictionary<string, CrisisReason> s_reasons = new(StringComparer.Ordinal)
    {
        ["crisi"] = CrisisReason.Crisis, ["riorganizzazione"] = CrisisReason.Reorganisation, ["cessazione"] = CrisisReason.Closure,
        ["delocalizzazione"] = CrisisReason.Relocation, ["procedura concorsuale"] = CrisisReason.Insolvency, ["altro"] = CrisisReason.Other,
    };

    private static readonly Dictionary<string, RegionalInterest> s_interests = new(StringComparer.Ordinal)
    {
        ["da valutare"] = RegionalInterest.ToBeAssessed, ["sì"] = RegionalInterest.Yes, ["no"] = RegionalInterest.No,
    };

    public static CigsGround? GroundOf(string? text) => Find(s_grounds, text);

    public static SigningPlace? PlaceOf(string? text) => Find(s_places, text);

    public static CrisisReason? ReasonOf(string? text) => Find(s_reasons, text);

    public static RegionalInterest? InterestOf(string? text) => Find(s_interests, text);

    private static T? Find<T>(Dictionary<string, T> choices, string? text)
        where T : struct => text is not null && choices.TryGetValue(text, out var choice) ? choice : null;
}
