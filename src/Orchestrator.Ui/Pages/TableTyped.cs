using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What was typed on the page of decision tables.</summary>
/// <param name="Source">The DMN file.</param>
/// <param name="FileName">What it is called when it is downloaded.</param>
/// <param name="Decision">The id of the chosen decision; empty for none.</param>
/// <param name="Context">The data of the case as JSON.</param>
public sealed record TableTyped(string Source, string FileName, string Decision, string Context)
{
    /// <summary>What the page starts with: the choice of the programme's pathway, cut down to six inputs.</summary>
    public static TableTyped Example { get; } = new(ReadExample(), "scelta-percorso.dmn", "percorso", """
        {
          "interesse regionale": true,
          "progetto approvato": false,
          "accordo": "firmato",
          "causale": "crisi aziendale",
          "nel perimetro": true,
          "prenotazione": "respinta"
        }
        """);

    /// <summary>The decision that the page selects: the chosen one, else the only one.</summary>
    public string SelectedOf(DecisionFile? file) =>
        file?.Choices.FirstOrDefault(choice => choice.Id == Decision)?.Id ?? (file?.Choices is [var only] ? only.Id : "");

    private static string ReadExample()
    {
        using var stream = typeof(TableTyped).Assembly.GetManifestResourceStream("Orchestrator.Ui.TableExample.dmn")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
