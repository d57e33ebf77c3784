using System.Text.Json.Nodes;
using Orchestrator.Cases.Samples;

namespace Orchestrator.Hosting.Demo;

/// <summary>The crisis table, the design of the measures, the desk research and the report.</summary>
internal static class CrisisScript
{
    public static void AddTo(Dictionary<string, ScriptedAct> acts)
    {
        acts["plan-meeting"] = PlanMeeting;
        acts["confirm-participation"] = (_, form) => Set(form, ("participates", "sì"), ("participants", Rows(("name", "Referente"), ("role", "funzionario"), ("email", "ufficio@example.invalid"))));
        acts["write-minutes"] = WriteMinutes;
        acts["register-agreement"] = RegisterAgreement;
        acts["confirm-scope"] = (_, form) => Set(form, ("scopeDecision", "rilevante"), ("motivation", "Esuberi oltre la soglia."));
        acts["analyse-target"] = (task, form) => Set(form, ("cosigned", true), ("clusters",
            Rows(("name", "Addetti alla produzione"), ("cp2021", "6.2.1.7.0"), ("workers", task.World.Sample.Crisis.Redundancies), ("criticality", "media"), ("targetProfiles", "6.2.1.7.0"))));
        acts["define-actors"] = (task, form) => Set(form, ("leadCentres", new JsonArray(task.Text("centre"))));
        acts["select-services"] = SelectServices;
        acts["extra-measures"] = (_, form) => Set(form, ("needed", "sì"), ("measures", Rows(("title", "Corso di saldatura"), ("type", "formazione"), ("source", "FSE+"), ("amount", 20_000), ("status", "ipotesi"))));
        acts["complete-data"] = (task, form) => Set(form, ("rows", new JsonArray([.. task.List("rows").Select(row => (JsonNode)new JsonObject
        {
            ["case"] = row?["case"]?.DeepClone(), ["field"] = "outcome", ["result"] = "non recuperabile",
        })])));
        acts["set-scope"] = SetScope;
        acts["review-market"] = (_, form) => Set(form, ("approve", "sì"), ("keyProfiles", new JsonArray(Profile("6.2.1.7.0"), Profile("7.2.1.1.0"), Profile("8.4.3.1.0"))));
        acts["fix-workers"] = (_, form) => Set(form, ("listDecision", "prosegui"), ("exclusionReason", "Chieste all'azienda le righe con errori."));
        acts["import-labour-data"] = (_, form) => Set(form, ("datasets", Rows(("source", "CO"), ("file", "co.csv"), ("rows", 2_000), ("errors", 0))));
        acts["confirm-profiles"] = (task, form) => Set(form, ("confirmed", new JsonArray([.. task.List("uncertain").Select(Confirmed)])));
    }

    /// <summary>What the company tells of its crisis: the fields of <c>register-crisis</c>, as far as it knows them.</summary>
    public static JsonObject Report(SampleCrisis crisis) => new()
    {
        ["title"] = $"Crisi {crisis.Company.Name}", ["companyTaxCode"] = crisis.Company.TaxCode, ["vatNumber"] = crisis.Company.VatNumber, ["companyName"] = crisis.Company.Name,
        ["ateco"] = crisis.Company.AtecoCode, ["atecoEdition"] = crisis.Company.AtecoEdition.Contains("2025", StringComparison.Ordinal) ? "2025" : "2007", ["ccnl"] = crisis.Company.Ccnl,
        ["sites"] = new JsonArray([.. crisis.Company.Sites.Select(site => (JsonNode)new JsonObject { ["address"] = site.Address, ["municipality"] = site.Municipality, ["workers"] = site.Workers })]),
        ["totalWorkers"] = crisis.CompanyWorkers, ["redundancies"] = crisis.Redundancies, ["reason"] = "crisi", ["cigsRequested"] = true, ["cigsGround"] = Ground(crisis.Cigs.Ground),
        ["cigsFrom"] = DemoCalendar.Text(crisis.Cigs.From), ["cigsTo"] = DemoCalendar.Text(crisis.Cigs.To), ["requestedBy"] = "azienda", ["regionalInterest"] = "no",
        ["contact"] = new JsonObject { ["name"] = "Ufficio del personale", ["email"] = "personale@example.invalid", ["tel"] = "011 0000000" },
    };

    private static bool PlanMeeting(ScriptedTask task, JsonObject form)
    {
        var earliest = DemoCalendar.WorkingDay(task.Now, 6, 10);
        var signing = task.World.Sample.Crisis.Agreement is { } agreement ? DemoCalendar.At(agreement.SigningDate, 10) : earliest;
        return Set(form, ("meetingAt", DemoCalendar.Text(signing > earliest ? signing : earliest)), ("mode", "presenza"), ("venue", "Torino, sala riunioni della Regione"));
    }

    private static bool WriteMinutes(ScriptedTask task, JsonObject form) => task.World.Sample.Crisis.Agreement is null
        ? Set(form, ("outcome", "NO_AGREEMENT"), ("outcomeReason", "Le parti non hanno raggiunto l'intesa."), ("regionalInterest", "no"))
        : Set(form, ("outcome", "AGREEMENT_24BIS"), ("regionalInterest", "no"));

    private static bool RegisterAgreement(ScriptedTask task, JsonObject form)
    {
        var agreement = task.World.Sample.Crisis.Agreement!;
        var scopes = agreement.Scopes.Select(scope => (JsonNode)new JsonObject { ["area"] = scope.Area, ["profile"] = scope.Profile, ["quota"] = scope.Quota });
        return Set(form, ("signingDate", DemoCalendar.Text(agreement.SigningDate)), ("signingPlace", "Ministero del Lavoro"), ("cigsGround", Ground(agreement.CigsGround)),
            ("cigsFrom", DemoCalendar.Text(agreement.CigsFrom)), ("cigsTo", DemoCalendar.Text(agreement.CigsTo)), ("scopes", new JsonArray([.. scopes])), ("agreementFile", "accordo.pdf"));
    }

    private static bool SelectServices(ScriptedTask task, JsonObject form) => Set(form,
        ("model", task.World.Sample.Crisis.Agreement is null ? "percorso 2" : "percorso 1"), ("modules", new JsonArray("mip", "training", "interview-sim", "staffing")), ("scouting", true),
        ("calendarFrom", DemoCalendar.Text(DemoCalendar.Day(task.Now))), ("calendarTo", DemoCalendar.Text(DemoCalendar.Day(task.Now).AddYears(1))));

    private static bool SetScope(ScriptedTask task, JsonObject form)
    {
        var day = DemoCalendar.Day(task.Now);
        return Set(form, ("basins", new JsonArray(task.Text("centre"))), ("periodFrom", DemoCalendar.Text(day.AddYears(-2))), ("periodTo", DemoCalendar.Text(day)));
    }

    public static bool ProfileList(ScriptedTask task, JsonObject form)
    {
        var coded = task["accepted"] is JsonValue accepted ? (int)accepted.GetValue<decimal>() : 1;
        return Set(form, ("coded", coded), ("clusters", Rows(("cp2021", "6.2.1.7.0"), ("label", "Saldatori"), ("workers", coded - 1))),
            ("uncertain", Rows(("jobTitle", "addetto vario"), ("workers", 1), ("proposedCp2021", "8.4.3.1.0"), ("confidence", 0.5m))));
    }

    private static JsonNode Confirmed(JsonNode? row) => new JsonObject
    {
        ["jobTitle"] = row?["jobTitle"]?.DeepClone(), ["workers"] = row?["workers"]?.DeepClone(), ["proposedCp2021"] = row?["proposedCp2021"]?.DeepClone(),
        ["confidence"] = row?["confidence"]?.DeepClone(), ["chosenCp2021"] = "8.4.3.1.0",
    };

    /// <summary>The words of the forms for the ground of the wage supplement.</summary>
    public static string Ground(string code) => code == "riorganizzazione" ? code : "crisi aziendale";

    private static JsonObject Profile(string cp2021) => new() { ["cp2021"] = cp2021 };

    public static JsonArray Rows(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var row = new JsonObject();
        foreach (var (name, value) in fields) row[name] = value;
        return new JsonArray(row);
    }

    public static bool Set(JsonObject form, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        foreach (var (name, value) in fields) FormFiller.Put(form, name, value);
        return true;
    }
}
