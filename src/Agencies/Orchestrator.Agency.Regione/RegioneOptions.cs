using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Regione;

/// <summary>Section <c>Regione</c>.</summary>
public sealed class RegioneOptions
{
    /// <summary>Sender and organizer; the rest of the mail settings is in the section <c>Mail</c>.</summary>
    public string From { get; set; } = "politiche-lavoro@orchestrator.invalid";

    /// <summary>Name of the sender.</summary>
    public string FromName { get; set; } = "Regione Piemonte, Settore Politiche del Lavoro";

    /// <summary>Code of the administration in IndicePA, for the segnatura.</summary>
    public string Administration { get; set; } = "r_piemon";

    /// <summary>Code of the area organizzativa omogenea that keeps the register, for the segnatura.</summary>
    public string Area { get; set; } = "AOO-ORCHESTRATOR";

    /// <summary>Folder of published reports, a folder each: any web server may serve it.</summary>
    public string PublishFolder { get; set; } = "data/pubblicazioni";

    /// <summary>Where that folder is served, with a slash at the end: the addresses in the metadata begin with it.</summary>
    public string PublishUrl { get; set; } = "https://orchestrator.invalid/pubblicazioni/";

    /// <summary>The office that registers.</summary>
    public RegistryOffice Office => new(Administration, Area, "Regione Piemonte");
}
