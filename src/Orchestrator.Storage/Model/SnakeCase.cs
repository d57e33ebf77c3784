using System.Text;

namespace Orchestrator.Storage.Model;

/// <summary>Column names: <c>FirstSeq</c> becomes <c>first_seq</c>, the way people write SQL on either database without quotation marks.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
