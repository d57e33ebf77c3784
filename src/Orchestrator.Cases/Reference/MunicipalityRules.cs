using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Reference;

/// <summary>What a municipality's code says about its centre on a day.</summary>
internal static class MunicipalityRules
{
    private const int ProvinceMax = 111;
    private static readonly HashSet<int> s_piemonte = [1, 2, 3, 4, 5, 6, 96, 103];

    /// <summary>The answer for <paramref name="istatCode"/>, given all periods that the reference has of it.</summary>
    public static CentreAnswer Answer(string istatCode, IReadOnlyList<Municipality> periods, DateOnly day, IReadOnlyDictionary<string, EmploymentCentreView> centres)
    {
        if (periods.FirstOrDefault(period => period.ValidFrom <= day && (period.ValidTo is null || day <= period.ValidTo)) is { } valid)
            return new(istatCode, CentreFinding.Found, valid.Name, centres[valid.CentreCode]);
        return periods.Count > 0
            ? new(istatCode, CentreFinding.Ceased, periods[^1].Name, null)
            : new(istatCode, IsOutsideRegion(istatCode) ? CentreFinding.OutsideRegion : CentreFinding.Unknown, null, null);
    }

    private static bool IsOutsideRegion(string istatCode)
    {
        if (istatCode.Length != 6 || !istatCode.All(char.IsAsciiDigit))
            return false;
        var province = ((istatCode[0] - '0') * 100) + ((istatCode[1] - '0') * 10) + istatCode[2] - '0';
        return province is >= 1 and <= ProvinceMax && !s_piemonte.Contains(province);
    }
}
