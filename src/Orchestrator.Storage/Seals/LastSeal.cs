using System.Globalization;

namespace Orchestrator.Storage.Seals;

/// <summary>
/// The last checkpoint that the database knows of: number and hash. A file that does not end there (cut, lost, another one) is recognised by it.
/// Stored as the setting <c>last-checkpoint</c>: number, blank, hash.
/// </summary>
public sealed record LastSeal(long Number, string Hash)
{
    internal const string Setting = "last-checkpoint";

    /// <summary>Before the first checkpoint.</summary>
    public static LastSeal None { get; } = new(0, Checkpoint.NoPrevious);

    public static LastSeal Of(Checkpoint checkpoint) => new(checkpoint.Number, checkpoint.HashHex());

    internal static LastSeal Parse(string value) =>
        value.Split(' ') is [var number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? new(parsed, hash) : new(-1, value);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Hash}");

    /// <summary>
    /// Null when a file that ends with <paramref name="last"/> is the one the database was sealed into; else what is wrong with it. A file that is one checkpoint ahead is
    /// whole: the program ended between writing the file and telling the database.
    /// </summary>
    public string? WhyNotEndingWith(Checkpoint? last)
    {
        if ((last is null ? None : Of(last)) == this) return null;
        if (last is not null && last.Number == Number + 1 && last.Previous == Hash) return null;
        if ((last?.Number ?? 0) < Number) return $"the database was sealed up to checkpoint {Number}, but the file ends at checkpoint {last?.Number ?? 0}: the newest were cut off, or this is an older copy";
        return last!.Number == Number
            ? $"checkpoint {Number} of the file is not the one that the database was sealed with: it is another file"
            : $"the file ends at checkpoint {last.Number}, but the database knows of {Number} only: it is another file, or the database is an older copy";
    }
}
