using Orchestrator.Interpreter;

namespace Orchestrator.Server.V2.Elements;

/// <summary>Camunda 8's names of element types: ours in capitals, with an underline between the words.</summary>
internal static class ElementNames
{
    private static readonly Dictionary<ElementType, string> s_names = Enum.GetValues<ElementType>().ToDictionary(type => type, Capitals);

    public static string Of(ElementType type) => s_names[type];

    private static string Capitals(ElementType type) =>
        string.Concat(type.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}
