using Orchestrator.Contracts.Client;
using Orchestrator.Hosting.Accounts;

namespace Orchestrator.Server.Demo;

/// <summary>One account for each role and group of the programme. The people do not exist.</summary>
internal static class DemoAccounts
{
    public static IReadOnlyList<(NewAccount Account, string What)> All { get; } =
    [
        (new("regione", "Renata Regione", [Roles.Operator], ["regione"]), "Regione: registra accordi, vede tutte le pratiche"),
        (new("apl", "Aldo Apl", [Roles.Operator], ["apl", "apl-analysts", "apl-high-skill", "apl-mass-recruitment"]), "Agenzia Piemonte Lavoro: elenchi dei lavoratori, trasmissioni"),
        (new("cpi", "Carla Centro", [Roles.Operator], ["cpi:15", "cpi:27"]), "operatrice dei Centri per l'impiego di Torino e di Orbassano"),
        (new("anpal", "Anna Anpal", [Roles.Operator], ["anpal-servizi"]), "ANPAL Servizi"),
        (new("cabina", "Cesare Cabina", [Roles.Operator], ["steering-group"]), "cabina di regia: decide quando un termine scade"),
        (new("supervisore", "Sara Supervisora", [Roles.Supervisor], []), "attività di tutti i gruppi, incidenti"),
        (new("designer", "Dario Disegno", [Roles.Designer], []), "pubblica le definizioni; non completa attività"),
        (new("auditor", "Ada Audit", [Roles.Auditor], []), "legge e verifica ogni pratica"),
        (new("admin", "Amministratore", [Roles.Admin], []), "amministrazione"),
        (new("worker", "Servizio di prova", [Roles.Worker], []), "account di servizio per /v2"),
    ];
}
