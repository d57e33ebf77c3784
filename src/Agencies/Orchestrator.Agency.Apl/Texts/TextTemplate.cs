using Orchestrator.Letters.Texts;

namespace Orchestrator.Agency.Apl.Texts;

/// <summary>The texts of this agency.</summary>
public static class TextTemplate
{
    private static readonly TextShelf s_shelf = new(typeof(TextTemplate).Assembly);

    /// <inheritdoc cref="TextShelf.Find"/>
    public static LetterText Find(string name, string? level = null) => s_shelf.Find(name, level);

    /// <inheritdoc cref="TextShelf.Names"/>
    public static IReadOnlyList<string> Names() => s_shelf.Names();
}
