namespace Orchestrator.Ui.Text;

/// <summary>Names the catalogue of the pages' texts: <c>Words.resx</c> in Italian, <c>Words.en.resx</c> in English.</summary>
public sealed class Words
{
    private Words()
    {
    }
}
