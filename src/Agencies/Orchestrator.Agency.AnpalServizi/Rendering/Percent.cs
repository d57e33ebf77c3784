using System.Globalization;

namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>Numbers as Italian readers write them, whatever the culture of the machine.</summary>
internal static class Percent
{
    public static string Of(decimal? share) => share is { } value ? Number(value * 100, 1) + " %" : "n.d.";

    public static string Number(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture).Replace('.', ',');
}
