namespace Orchestrator.Cases.Samples;

/// <summary>The occupations that occur, the most wanted first: vacancies are spread over this order as 1, 1/2, 1/3… Codes have the form of CP2021; an edition of it is not at hand to check them against.</summary>
internal static class SampleTrades
{
    public static readonly SampleTrade Warehouse = new("Addetto all'imballaggio e al magazzino", "8.1.3.2.0", "Logistica", ["imballaggio", "movimentazione merci", "lettura bolle"]);
    public static readonly SampleTrade CallCentre = new("Operatore di call center", "4.2.2.4.0", "Servizio clienti", ["comunicazione telefonica", "uso CRM", "gestione reclami"]);
    public static readonly SampleTrade Assembler = new("Assemblatore", "7.2.7.1.0", "Montaggio", ["montaggio meccanico", "lettura disegno", "controllo visivo"]);
    public static readonly SampleTrade MachineTools = new("Operatore macchine utensili CNC", "7.2.1.1.0", "Lavorazioni meccaniche", ["macchine CNC", "lettura disegno", "strumenti di misura"]);
    public static readonly SampleTrade ForkLift = new("Carrellista", "7.4.4.3.0", "Logistica", ["patentino carrelli", "movimentazione merci", "radiofrequenza"]);
    public static readonly SampleTrade Maintenance = new("Manutentore meccanico", "6.2.3.3.1", "Manutenzione", ["manutenzione preventiva", "oleodinamica", "pneumatica"]);
    public static readonly SampleTrade Shop = new("Commesso di vendita", "5.1.2.2.0", "Spaccio aziendale", ["vendita assistita", "cassa", "allestimento"]);
    public static readonly SampleTrade Welder = new("Saldatore", "6.2.1.7.0", "Lavorazioni meccaniche", ["saldatura MIG", "saldatura TIG", "lettura disegno"]);
    public static readonly SampleTrade Office = new("Impiegato affari generali", "4.1.1.2.0", "Uffici", ["gestione pratiche", "foglio elettronico", "archivio"]);
    public static readonly SampleTrade Stock = new("Addetto alla gestione del magazzino", "4.3.1.2.0", "Logistica", ["inventario", "uso gestionale", "foglio elettronico"]);
    public static readonly SampleTrade Electrician = new("Manutentore elettrico", "6.2.4.1.1", "Manutenzione", ["impianti industriali", "lettura schemi", "PLC"]);
    public static readonly SampleTrade Remote = new("Venditore a distanza", "5.1.2.5.2", "Vendite", ["vendita telefonica", "uso CRM", "negoziazione"]);
    public static readonly SampleTrade ToolSetter = new("Attrezzista di macchine utensili", "6.2.2.3.1", "Lavorazioni meccaniche", ["attrezzaggio", "strumenti di misura", "macchine CNC"]);
    public static readonly SampleTrade Production = new("Tecnico di produzione", "3.1.5.3.0", "Ufficio tecnico", ["tempi e metodi", "lean", "pianificazione"]);
    public static readonly SampleTrade General = new("Operaio generico", "8.4.3.1.0", "Produzione", ["carico e scarico", "pulizia impianti", "confezionamento"]);
    public static readonly SampleTrade Mechanic = new("Tecnico meccanico", "3.1.3.1.0", "Ufficio tecnico", ["CAD", "collaudo", "lettura disegno"]);
    public static readonly SampleTrade Canteen = new("Addetto mensa", "5.2.2.2.1", "Servizi", ["HACCP", "preparazione pasti", "distribuzione"]);
    public static readonly SampleTrade Guard = new("Addetto alla vigilanza", "5.4.8.6.0", "Servizi", ["controllo accessi", "primo soccorso", "antincendio"]);
    public static readonly SampleTrade Spinner = new("Filatore", "7.2.6.1.0", "Filatura", ["filatura", "roccatura", "controllo visivo"]);
    public static readonly SampleTrade Weaver = new("Tessitore", "7.2.6.2.0", "Tessitura", ["telai", "annodatura", "controllo pezze"]);
    public static readonly SampleTrade Organiser = new("Supervisore di gruppo", "3.3.1.5.0", "Servizio clienti", ["turni", "indicatori di servizio", "formazione"]);
    public static readonly SampleTrade Draughtsman = new("Disegnatore tecnico", "3.1.3.7.1", "Ufficio tecnico", ["CAD", "distinta base", "tolleranze"]);
    public static readonly SampleTrade Finisher = new("Addetto al finissaggio", "7.2.6.4.0", "Finissaggio", ["tintoria", "vaporizzo", "controllo pezze"]);
    public static readonly SampleTrade Sewer = new("Addetto alla confezione", "7.2.6.3.0", "Confezione", ["macchine per cucire", "taglio", "stiro"]);
    public static readonly SampleTrade Networks = new("Tecnico di reti", "3.1.2.5.0", "Sistemi", ["reti", "assistenza utenti", "sicurezza"]);
    public static readonly SampleTrade Sales = new("Specialista commerciale", "2.5.1.5.2", "Vendite", ["trattative", "inglese", "uso CRM"]);
    public static readonly SampleTrade Engineer = new("Ingegnere meccanico", "2.2.1.1.1", "Ufficio tecnico", ["progettazione", "CAD", "inglese"]);
    public static readonly SampleTrade Personnel = new("Specialista risorse umane", "2.5.1.3.1", "Uffici", ["selezione", "paghe", "relazioni sindacali"]);

    public static IReadOnlyList<SampleTrade> All { get; } =
    [
        Warehouse, CallCentre, Assembler, MachineTools, ForkLift, Maintenance, Shop, Welder, Office, Stock, Electrician, Remote, ToolSetter, Production, General, Mechanic,
        Canteen, Guard, Spinner, Weaver, Organiser, Draughtsman, Finisher, Sewer, Networks, Sales, Engineer, Personnel,
    ];

    /// <summary>By Zipf's law over the order of the list.</summary>
    public static WeightedList<SampleTrade> Wanted { get; } = new(All.Select((trade, place) => (trade, 1_000_000L / (place + 1))));
}
