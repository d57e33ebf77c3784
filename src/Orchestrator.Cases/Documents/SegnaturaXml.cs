using System.Xml.Linq;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>
/// The segnatura of a registered document, after annex 6 of the AgID guidelines on documents (det. 371/2021): root <c>SegnaturaInformatica</c>, who registered what
/// under which number, and the document's hash. It is not signed: a seal is put on it where documents leave the administration.
/// </summary>
internal static class SegnaturaXml
{
    private static readonly XNamespace s_agid = "http://www.agid.gov.it/protocollo/";

    public static string Write(DocumentRegistration document, string registryNumber, DateTimeOffset registeredAt, string sha256)
    {
        var local = CasesStore.InRome(registeredAt);
        return new XElement(
            s_agid + "SegnaturaInformatica",
            new XAttribute("versione", "2.0.0"),
            new XAttribute(XNamespace.Xml + "lang", "it"),
            new XElement(
                s_agid + "Intestazione",
                new XElement(
                    s_agid + "Identificatore",
                    new XElement(s_agid + "CodiceAmministrazione", document.Office.Administration),
                    new XElement(s_agid + "CodiceAOO", document.Office.Area),
                    new XElement(s_agid + "CodiceRegistro", RegistryNumbers.RegisterOf(registryNumber)),
                    new XElement(s_agid + "NumeroRegistrazione", RegistryNumbers.DigitsOf(registryNumber)),
                    new XElement(s_agid + "DataRegistrazione", local.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                    new XElement(s_agid + "OraRegistrazione", local.ToString("HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture))),
                new XElement(s_agid + "Oggetto", document.Subject),
                new XElement(s_agid + "Fascicolo", document.Crisis)),
            new XElement(
                s_agid + "Descrizione",
                new XElement(
                    s_agid + "Mittente",
                    new XElement(s_agid + "Amministrazione", new XElement(s_agid + "DenominazioneAmministrazione", document.Office.Name), new XElement(s_agid + "CodiceIPAAmministrazione", document.Office.Administration))),
                new XElement(
                    s_agid + "DocumentoPrimario",
                    new XAttribute("nomeFile", document.Kind + ".json"),
                    new XAttribute("mimeType", "application/json"),
                    new XElement(s_agid + "Impronta", new XAttribute("algoritmo", "SHA-256"), new XAttribute("codifica", "hex"), sha256)))).ToString(SaveOptions.DisableFormatting);
    }
}
