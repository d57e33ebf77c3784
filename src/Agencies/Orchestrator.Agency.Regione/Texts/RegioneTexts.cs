using Orchestrator.Letters.Texts;

namespace Orchestrator.Agency.Regione.Texts;

/// <summary>The texts of this agency.</summary>
public static class RegioneTexts
{
    public static TextShelf Shelf { get; } = new(typeof(RegioneTexts).Assembly);
}
