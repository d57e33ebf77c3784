using System.Text.Json.Nodes;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Hosting.Demo;

/// <summary>How a scripted person fills the form of one element: changes what is filled in already, and answers false when it is too early.</summary>
internal delegate bool ScriptedAct(ScriptedTask task, JsonObject form);

/// <summary>Who does what, when: the parts of the script by element.</summary>
internal sealed class DemoScript
{
    private readonly Dictionary<string, ScriptedAct> _acts = new(StringComparer.Ordinal);

    public DemoScript()
    {
        CrisisScript.AddTo(_acts);
        CollectiveScript.AddTo(_acts);
        WorkerScript.AddTo(_acts);
        SessionScript.AddTo(_acts);
    }

    /// <summary>Acts that take from what others of the same office want too (a free slot, a place): done one after another in a fixed order, so that every run gives them to the same people.</summary>
    public static bool IsOneByOne(TaskRow row) => row.Element is "pick-slot" or "create-session";

    /// <summary>When the task is done. Whoever has more than one task of a kind does them at one sitting.</summary>
    public static DateTimeOffset ActsAt(TaskRow row, DemoWorld world) => DemoCalendar.NextSlot(row.CreatedAt.AddHours(world.HoursFor(row.Element)));

    /// <summary>The data of the form, or null when it is too early.</summary>
    public JsonObject? Answer(ScriptedTask task)
    {
        var filled = task.Form is { } schema ? FormFiller.Fill(schema, name => task[name], task.Now) : [];
        return !_acts.TryGetValue(task.Element, out var act) || act(task, filled) ? filled : null;
    }
}
