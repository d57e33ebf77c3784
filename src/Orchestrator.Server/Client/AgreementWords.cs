using Orchestrator.Cases.Desk;

namespace Orchestrator.Server.Client;

/// <summary>What the forms and tables of the programme call the registry's codes.</summary>
internal static class AgreementWords
{
    public static string Of(SigningPlace place) => place switch
    {
        SigningPlace.Ministry => "Ministero del Lavoro",
        SigningPlace.Region => "Regione Piemonte",
        SigningPlace.Other => "altro",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Expected a place of signing."),
    };

    public static string Of(CigsGround ground) => ground switch
    {
        CigsGround.Reorganisation => "riorganizzazione",
        CigsGround.CompanyCrisis => "crisi aziendale",
        CigsGround.Solidarity => "contratto di solidarietà",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Expected a ground of the scheme."),
    };
}
