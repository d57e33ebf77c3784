using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Cases.Documents;

/// <summary>Numbers of the register and codes of crises, out of the registry's sequences.</summary>
internal static class RegistryNumbers
{
    private const string Prefix = "REG-";

    /// <summary>
    /// Makes every other registration of the year wait until the transaction of <paramref name="context"/> ends, so that what is checked before the number is
    /// taken still holds when it is.
    /// </summary>
    public static Task HoldAsync(CasesContext context, int year, CancellationToken cancellation)
    {
        var name = NameOf(year);
        return context.Sequences.Where(row => row.Name == name).ExecuteUpdateAsync(update => update.SetProperty(row => row.Last, row => row.Last), cancellation);
    }

    /// <summary>The next number of the year, used exactly when the transaction commits.</summary>
    public static async Task<string> NextAsync(CasesContext context, int year, CancellationToken cancellation)
    {
        var number = await CasesStore.NextNumberAsync(context, NameOf(year), cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:D4}-{number:D7}");
    }

    /// <summary><c>REG-2026</c>.</summary>
    public static string RegisterOf(string registryNumber) => registryNumber[..registryNumber.LastIndexOf('-')];

    /// <summary><c>0000001</c>.</summary>
    public static string DigitsOf(string registryNumber) => registryNumber[(registryNumber.LastIndexOf('-') + 1)..];

    /// <summary>The next code of a crisis opened on <paramref name="day"/>.</summary>
    public static async Task<string> NextCrisisAsync(CasesContext context, DateOnly day, CancellationToken cancellation)
    {
        var year = day.Year.ToString("D4", CultureInfo.InvariantCulture);
        var number = await CasesStore.NextNumberAsync(context, "crisis-" + year, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"CR-{year}-{number:D4}");
    }

    /// <summary>A code that was not given out here is not given out later either.</summary>
    public static async Task SkipCrisisAsync(CasesContext context, string crisis, CancellationToken cancellation)
    {
        var name = "crisis-" + crisis[3..7];
        var number = long.Parse(crisis[8..], NumberStyles.None, CultureInfo.InvariantCulture);
        var last = await context.Sequences.Where(row => row.Name == name).Select(row => (long?)row.Last).SingleOrDefaultAsync(cancellation);
        if (last is null)
            context.Sequences.Add(new() { Name = name, Last = number });
        else if (last < number)
            await context.Sequences.Where(row => row.Name == name && row.Last < number).ExecuteUpdateAsync(update => update.SetProperty(row => row.Last, number), cancellation);
    }

    private static string NameOf(int year) => string.Create(CultureInfo.InvariantCulture, $"registry-{year:D4}");
}
