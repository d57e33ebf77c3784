using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>What must be found nowhere: the codes, names, addresses and numbers of people, in each way in which texts are written.</summary>
internal sealed class Needles
{
    // Shorter ones would be found by accident.
    private const int CharsMin = 7;

    private readonly SearchValues<string> _texts;

    public Needles(IEnumerable<Person> people)
    {
        var forms = people.SelectMany(person => new[] { person.TaxCode, person.WrongCode, person.Surname, person.Name, person.Email, person.Mobile })
            .Where(text => text.Length >= CharsMin).SelectMany(Forms).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Count = forms.Count;
        _texts = SearchValues.Create([.. forms], StringComparison.OrdinalIgnoreCase);
    }

    public int Count { get; }

    /// <summary>What is found in a text, with what stands around it; null when there is nothing.</summary>
    public string? FindIn(string text)
    {
        var at = text.AsSpan().IndexOfAny(_texts);
        return at < 0 ? null : text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)];
    }

    /// <summary>The same in bytes: read as UTF-8's own bytes and as UTF-16.</summary>
    public string? FindIn(byte[] bytes) =>
        FindIn(Encoding.Latin1.GetString(bytes)) ?? (bytes.AsSpan().IndexOf((byte)0) >= 0 ? FindIn(Encoding.Unicode.GetString(bytes)) ?? FindIn(Encoding.Unicode.GetString(bytes.AsSpan(1))) : null);

    // As it is, as its UTF-8 bytes, escaped in JSON, in an address, in HTML, and inside base 64 at each of the three places where it may begin.
    private static IEnumerable<string> Forms(string text)
    {
        yield return text;
        yield return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
        yield return JavaScriptEncoder.Default.Encode(text);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
        yield return Uri.EscapeDataString(text);
        yield return UrlEncoder.Default.Encode(text);
        yield return HtmlEncoder.Default.Encode(text);
        for (var shift = 0; shift < 3; shift++)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var whole = bytes[((3 - shift) % 3)..];
            var inside = Convert.ToBase64String(whole[..(whole.Length / 3 * 3)]);
            if (inside.Length >= 12) yield return inside;
        }
    }
}
