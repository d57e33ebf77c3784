using System.Text.Json.Nodes;
using static Orchestrator.Hosting.Demo.CrisisScript;

namespace Orchestrator.Hosting.Demo;

/// <summary>The worker's own cases on both pathways.</summary>
internal static class WorkerScript
{
    private static readonly string[] s_skills = ["saldatura", "lettura del disegno", "controllo qualità"];

    public static void AddTo(Dictionary<string, ScriptedAct> acts)
    {
        acts["booking-support"] = (task, form) => Set(form, ("outcome", task.World.Behaviour.Books(task.Worker) ? "da completare" : "rinuncia"));
        acts["explain-rejection"] = (task, form) => Set(form, ("explainedAt", DemoCalendar.Text(task.Now)), ("nextStep", "percorso 2"));
        acts["call-worker"] = (task, form) => Set(form, ("calledAt", DemoCalendar.Text(task.Now)));
        acts["take-charge"] = TakeCharge;
        acts["meeting-2-interview"] = Interview;
        acts["meeting-3-profile"] = Profile;
        acts["evaluate-extension"] = (_, form) => Set(form, ("cigsEnded", true), ("voucherResidual", "no"), ("extendMonths", 0));
        acts["unreachable-check"] = (_, form) => Set(form, ("result", "irreperibile"), ("motivation", "Tre assenze e nessuna risposta al telefono."));
        acts["close-case"] = Close;
        acts["close-case-p2"] = Close;
        acts["individual-briefing"] = (task, form) => Set(form, ("outcome", "done"), ("heldOn", Today(task)), ("minutes", 30));
        acts["cv-support"] = (task, form) => Set(form, ("wants", "sì"), ("channel", "in plenaria"), ("done", Today(task)));
    }

    private static bool TakeCharge(ScriptedTask task, JsonObject form) => Set(form,
        ("operator", "demo.cpi-" + task.Text("centre")), ("tutor", "demo.cpi-" + task.Text("centre")), ("startDate", Today(task)), ("privacyNoticeRead", true), ("contactChannel", "mail"),
        ("availability", new JsonArray("mattino", "pomeriggio")), ("maxCommuteKm", 10 + task.World.Below(task.Worker, "commute", 40)));

    private static bool Interview(ScriptedTask task, JsonObject form)
    {
        var skills = s_skills.Select(label => (JsonNode)new JsonObject { ["label"] = label, ["level"] = "intermedio" });
        return Set(form, ("currentRole", "Addetto alla produzione"), ("cp2021Current", "6.2.1.7.0"), ("skills", new JsonArray([.. skills])), ("motivation", 1 + task.World.Below(task.Worker, "motivation", 5)),
            ("selfEmployment", task.World.Below(task.Worker, "self-employment", 12) == 0), ("interviewScore", 1 + task.World.Below(task.Worker, "interview", 5)),
            ("readiness", task.World.Behaviour.IsJobReady(task.Worker) ? "pronto" : "quasi pronto"));
    }

    private static bool Profile(ScriptedTask task, JsonObject form) => Set(form,
        ("newProfiles", Rows(("cp2021", "6.2.1.7.0"), ("priority", 1))), ("cvVersion", "CV-1"), ("cvValidated", true),
        ("gaps", Rows(("skill", "saldatura TIG"), ("severity", task.World.Behaviour.IsJobReady(task.Worker) ? "lieve" : "grave"), ("measure", "corso"))),
        ("actionPlan", Rows(("action", "Candidarsi a due offerte la settimana"), ("owner", "lavoratore"), ("due", DemoCalendar.Text(DemoCalendar.Day(task.Now).AddDays(30))))),
        ("sharedWithWorker", true), ("signature", "firma autografa"));

    private static bool Close(ScriptedTask task, JsonObject form)
    {
        if (!task.World.Behaviour.IsHired(task.Worker)) return Set(form, ("outcome", "fine servizio senza esito"), ("outcomeDate", Today(task)));
        return Set(form, ("outcome", "assunzione TI"), ("outcomeDate", Today(task)), ("employerTaxCode", "99990000004"), ("contract", "tempo indeterminato"), ("cp2021", "6.2.1.7.0"), ("hours", 40),
            ("sourceOfMatch", "CPI"), ("sameOwnership", "no"));
    }

    private static string Today(ScriptedTask task) => DemoCalendar.Text(DemoCalendar.Day(task.Now));
}
