using System.Text.Json.Nodes;
using static Orchestrator.Hosting.Demo.CrisisScript;

namespace Orchestrator.Hosting.Demo;

/// <summary>The collective side of both pathways.</summary>
internal static class CollectiveScript
{
    private const int HallSeats = 120;
    private const int PlenaryGapDays = 10;
    private static readonly string[] s_trending = ["6.2.1.7.0", "7.2.1.1.0", "8.4.3.1.0", "5.1.2.2.0", "3.1.3.3.0"];

    public static void AddTo(Dictionary<string, ScriptedAct> acts)
    {
        acts["plan-presentation"] = PlanPresentation;
        acts["plan-extraordinary"] = (task, form) => Set(form, ("newSession", Hall(DemoCalendar.WorkingDay(task.Now, 3, 10), task.World.Scenario.Workers)));
        acts["record-attendance-needs"] = RecordNeeds;
        acts["answer-questions"] = (_, form) => Set(form, ("questions", Rows(("question", "La CIGS continua durante il servizio?"), ("answer", "Sì."))));
        acts["phone-not-booked"] = (_, form) => Set(form, ("attempts", new JsonArray()));
        acts["register-decisions"] = RegisterDecisions;
        acts["ask-anpal"] = (task, form) => Set(form, ("sentAt", DemoCalendar.Text(task.Now)), ("casesAsked", 1));
        // The term closes it: nobody knows before that no choice comes any more.
        acts["collect-choices"] = (_, _) => false;
        acts["plan-operators-meeting"] = (task, form) => Set(form, ("startAt", DemoCalendar.Text(DemoCalendar.WorkingDay(task.Now, 7, 15))), ("capacity", HallSeats), ("venueType", "CPI"),
            ("venue", "Centro per l'impiego"), ("invitedOperators", Rows(("provider", "Operatore accreditato"))), ("lateReason", "Le approvazioni sono arrivate tardi."));
        acts["profile-workers"] = ProfileWorkers;
        acts["confirm-design"] = ConfirmDesign;
    }

    private static bool PlanPresentation(ScriptedTask task, JsonObject form)
    {
        var scenario = task.World.Scenario;
        // Scenario D: nobody plans in time; the steering group decides after the term.
        if (scenario.PresentationAfterDays > 30) return false;
        var day = DemoCalendar.At(DateOnly.ParseExact(task.Text("signingDate"), "yyyy-MM-dd", null).AddDays(scenario.PresentationAfterDays), 10);
        var sessions = Enumerable.Range(0, 1 + (scenario.Workers / HallSeats)).Select(i => (JsonNode)Hall(DemoCalendar.WorkingDay(day, i, 10), HallSeats));
        return Set(form, ("sessions", new JsonArray([.. sessions])), ("contactDesk", new JsonObject { ["email"] = "adr@example.invalid", ["tel"] = "011 0000000" }));
    }

    private static JsonObject Hall(DateTimeOffset at, int seats) => new()
    {
        ["startAt"] = DemoCalendar.Text(at), ["durationMin"] = 120, ["venueType"] = "CPI", ["venue"] = "Sala grande", ["capacity"] = seats, ["speakers"] = new JsonArray("CPI", "ANPAL Servizi"),
    };

    // One row for whoever came and asks for help; the session's places stand in the registry.
    private static bool RecordNeeds(ScriptedTask task, JsonObject form)
    {
        var world = task.World;
        var asking = task.World.Cases.Where(one => world.Behaviour.AttendsPresentation(one.Value) && world.Below(one.Value, "asks for support", 10) < 3).OrderBy(one => one.Value);
        var rows = asking.Select(one => (JsonNode)new JsonObject
        {
            ["case"] = one.Key, ["presence"] = "presente", ["wantsAdr"] = world.Behaviour.Books(one.Value) ? "sì" : "da decidere",
            ["supportNeeded"] = new JsonArray(world.Below(one.Value, "kind of support", 2) == 0 ? "compilazione richiesta" : "prenotazione dopo approvazione"),
        });
        return Set(form, ("needs", new JsonArray([.. rows])));
    }

    // The files of ANPAL come when they come; each is registered once, in their order.
    private static bool RegisterDecisions(ScriptedTask task, JsonObject form) => task.Earlier < task.World.DecisionImports.Count
        && Set(form, ("decisionsFrom", "file"), ("importId", task.World.DecisionImports[task.Earlier].ToString("D")));

    private static bool ProfileWorkers(ScriptedTask task, JsonObject form)
    {
        if (task.ProcessId != "p2-collective") return CrisisScript.ProfileList(task, form);
        var waiting = task["waitingWorkers"] is JsonValue number ? (int)number.GetValue<decimal>() : 0;
        return Set(form, ("profiles", Rows(("cp2021", "6.2.1.7.0"), ("label", "Saldatori"), ("workers", waiting))), ("unclassified", 0));
    }

    private static bool ConfirmDesign(ScriptedTask task, JsonObject form)
    {
        var first = DemoCalendar.WorkingDay(task.Now, 8, 10);
        var trending = s_trending.Select(code => (JsonNode)new JsonObject { ["cp2021"] = code, ["label"] = "Profilo di tendenza" });
        return Set(form, ("groups", Rows(("name", "Gruppo unico"), ("profiles", new JsonArray("6.2.1.7.0")), ("workers", 1))), ("module1At", DemoCalendar.Text(first)),
            ("module2At", DemoCalendar.Text(DemoCalendar.WorkingDay(first, PlenaryGapDays - 2, 10))), ("companyAvailable", "no"), ("trendingProfiles", new JsonArray([.. trending])));
    }
}
