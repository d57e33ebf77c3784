using System.Globalization;

namespace Orchestrator.Contracts.Cases;

/// <summary>
/// An Italian codice fiscale whose structure, date and check character are right, with what it says about the person. Only the Agenzia delle
/// Entrate can certify that it was issued. Made by <see cref="CodiceFiscaleReader"/>.
/// </summary>
/// <param name="Given">The code as written, in capitals, without outer spaces; 16 characters, or 11 digits when provisional.</param>
/// <param name="Canonical">
/// The code with the letters of omocodia turned back into digits and its check character computed again: two codes belong to the same
/// birth data exactly when their canonical forms are equal. The key for finding duplicates.
/// </param>
/// <param name="BirthDate">Null when provisional.</param>
/// <param name="Gender">Null when provisional.</param>
/// <param name="BirthPlace">Belfiore code of the municipality, or Zxxx for a foreign country; null when provisional.</param>
public sealed record CodiceFiscale(string Given, string Canonical, DateOnly? BirthDate, Gender? Gender, string? BirthPlace)
{
    /// <summary>Eleven digits, given to who waits for the final code.</summary>
    public bool IsProvisional => Given.Length == PartitaIva.Length;

    /// <summary>Some digits are written as letters, because two persons would have had the same code.</summary>
    public bool IsOmocode => Given != Canonical;

    /// <summary>Age in whole years on <paramref name="day"/>; null when provisional.</summary>
    public int? AgeOn(DateOnly day)
    {
        if (BirthDate is not { } born)
            return null;
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>The code with its <paramref name="count"/> rightmost digits (0–7) written as letters, as the tax agency does for omocodia.</summary>
    public string WithOmocodia(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, CodiceFiscaleReader.DigitPositions.Length);
        if (IsProvisional)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Expected a code of 16 characters, but a provisional code of {Given.Length} digits has no omocodia."));
        var letters = Canonical.ToCharArray();
        foreach (var position in CodiceFiscaleReader.DigitPositions.Reverse().Take(count))
            letters[position] = CodiceFiscaleReader.OmocodiaLetters[letters[position] - '0'];
        letters[^1] = CodiceFiscaleReader.CheckCharacter(letters.AsSpan(0, 15));
        return new string(letters);
    }

    /// <summary>Never the code itself: a codice fiscale that reaches a log by accident must not be readable there.</summary>
    public override string ToString() => IsProvisional ? "codice fiscale (provisional)" : "codice fiscale";
}
