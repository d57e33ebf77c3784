using System.Text.Json.Nodes;
using static Orchestrator.Hosting.Demo.CrisisScript;

namespace Orchestrator.Hosting.Demo;

/// <summary>Group sessions, appointments, modules and scouting.</summary>
internal static class SessionScript
{
    private static readonly string[] s_presentMeetings = ["presentazione", "operatori"];

    public static void AddTo(Dictionary<string, ScriptedAct> acts)
    {
        acts["create-session"] = CreateSession;
        acts["register-attendance"] = RegisterAttendance;
        acts["pick-slot"] = PickSlot;
        acts["record-appointment"] = RecordAppointment;
        acts["phone-appointment"] = (task, form) => Set(form, ("attempts", Rows(("at", DemoCalendar.Text(task.Now)), ("result", "risposto"))), ("outcome", "told"));
        acts["review-matches"] = (_, form) => Set(form, ("matches", new JsonArray()), ("closeSearch", true), ("closeReason", "Nessuna offerta adatta in questo periodo."));
    }

    // The instance's own variables say for whom and what the session is.
    private static bool CreateSession(ScriptedTask task, JsonObject form)
    {
        var session = new JsonObject
        {
            ["id"] = task.Text("sessionKey"), ["type"] = task.Text("kind"), ["startAt"] = DemoCalendar.Text(DemoCalendar.WorkingDay(task.Now, 6, 10)), ["durationMin"] = 120,
            ["mode"] = "in presenza", ["venueType"] = "CPI", ["venue"] = "Aula del centro", ["min"] = 1, ["capacity"] = 15, ["trainers"] = "demo.cpi-" + task.Text("centre"),
            ["audience"] = "solo questo centro",
        };
        return Set(form, ("session", session));
    }

    private static bool RegisterAttendance(ScriptedTask task, JsonObject form)
    {
        var session = task["session"] as JsonObject;
        var type = session?["type"]?.ToString() ?? s_presentMeetings[0];
        var rows = task.Places.Select(place => (JsonNode)Row(task, type, $"{session?["id"]}", place)).ToArray();
        return Set(form, ("attendance", new JsonArray(rows)));
    }

    private static JsonObject Row(ScriptedTask task, string type, string session, string place)
    {
        var worker = task.World.WorkerOf(place);
        // Whoever misses a session may well come to the next one of its kind.
        var comes = s_presentMeetings.Contains(type) ? task.World.Behaviour.AttendsPresentation(worker) : !task.World.Behaviour.Misses(worker, session);
        var row = new JsonObject { ["case"] = place, ["status"] = comes ? "presente" : "assente" };
        if (!comes) return row;
        row["minutes"] = 120;
        row["cvSupport"] = type == "modulo 2" && task.World.Below(worker, "cv support", 4) == 0;
        return row;
    }

    private static bool PickSlot(ScriptedTask task, JsonObject form)
    {
        if (task.List("slots") is [JsonObject first, ..]) return Set(form, ("slot", $"{first["startAt"]} {first["operator"]}"));
        return Set(form, ("slot", "later"), ("laterThan", DemoCalendar.Text(DemoCalendar.Day(task.Now).AddDays(14))));
    }

    private static bool RecordAppointment(ScriptedTask task, JsonObject form)
    {
        // Whoever missed it once comes to the next one.
        var comes = !task.World.Behaviour.Misses(task.Worker, task.Text("kind")) || task["noShows"] is JsonValue;
        return comes ? Set(form, ("status", "presente"), ("minutes", 120)) : Set(form, ("status", "assente"));
    }
}
