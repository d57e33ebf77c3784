using System.Globalization;
using System.Text.Json;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Hosting.Demo;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>
/// The people of the demonstration at the public API: they find open tasks, take them and fill their forms by the same script, at once. What a sheet lists they read where the
/// registry keeps it.
/// </summary>
internal sealed class People(KillStage stage, DemoWorld world, PublicApi api)
{
    private const string Account = "supervisore";

    // What a task needs may come later: looked at again then.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly DemoScript _script = new();
    private readonly Dictionary<string, string?> _forms = [];
    private readonly Dictionary<string, DateTimeOffset> _later = [];

    /// <summary>How many tasks were done.</summary>
    public int Done { get; private set; }

    /// <summary>The last refusal of a task that was there when it was found.</summary>
    public string? Refused { get; private set; }

    /// <summary>One look at the open tasks.</summary>
    public async Task ActAsync()
    {
        foreach (var task in await api.SearchAsync("user-tasks", new { state = "CREATED" }))
        {
            var key = task.Text("userTaskKey");
            var now = TimeProvider.System.GetUtcNow();
            if (_later.TryGetValue(key, out var at) && at > now) continue;
            if (await AnswerAsync(task, now) is not { } answer)
            {
                _later[key] = now + s_patience;
                continue;
            }
            await DoAsync(task, key, answer);
        }
    }

    private async Task DoAsync(JsonElement task, string key, object answer)
    {
        await api.PostAsync($"/v2/user-tasks/{key}/assignment", new { assignee = Account }, $"take-{key}");
        var (status, body) = await api.PostAsync($"/v2/user-tasks/{key}/completion", new { variables = answer }, $"do-{key}");
        // A task that a timer or a message ended meanwhile is nobody's fault.
        if (status is 404 or 409)
        {
            Refused = $"{task.Text("elementId")}: {status} {body}";
            _later[key] = TimeProvider.System.GetUtcNow() + s_patience;
        }
        else if (status == 204) Done++;
        else Assert.Fail($"Expected {task.Text("elementId")} of {task.Text("processDefinitionId")} to be done, but it was refused with {status}: {body}");
    }

    private async Task<object?> AnswerAsync(JsonElement task, DateTimeOffset now)
    {
        var variables = await VariablesAsync(task);
        if (await FormAsync(task) is not { } schema) return null;
        return _script.Answer(new ScriptedTask(new OpenTask(RowOf(task), variables, schema.Schema, 0), world, now) { Places = await PlacesAsync(task, variables) });
    }

    private async Task<(string? Schema, bool Known)?> FormAsync(JsonElement task)
    {
        if (task.GetProperty("formKey").GetString() is not { } key) return (null, true);
        if (_forms.TryGetValue(key, out var schema)) return (schema, true);
        var (status, form) = await api.GetAsync($"/v2/user-tasks/{task.Text("userTaskKey")}/form");
        // It ended since it was found.
        if (status == 404) return null;
        return (_forms[key] = status == 200 ? form.Text("schema") : null, true);
    }

    // Of the task's own scope before those around it; values that are too long for a search are lists that no script asks for.
    private async Task<FeelContext> VariablesAsync(JsonElement task)
    {
        var found = await api.SearchAsync("variables", new { processInstanceKey = task.Text("processInstanceKey") });
        var own = task.Text("elementInstanceKey");
        var values = found.Where(one => !one.GetProperty("isTruncated").GetBoolean()).GroupBy(one => one.Text("name"))
            .Select(group => (group.Key, FeelJson.Read((group.FirstOrDefault(one => one.Text("scopeKey") == own) is { ValueKind: JsonValueKind.Object } mine ? mine : group.First()).Text("value"))));
        return FeelContext.Of([.. values]);
    }

    private async Task<IReadOnlyList<string>> PlacesAsync(JsonElement task, FeelContext variables)
    {
        if (task.Text("elementId") != "register-attendance" || !variables.TryGet("session", out var session) || session is not FeelContext fields) return [];
        var places = await stage.Database.RowsAsync($"SELECT case_id FROM cases_session_places WHERE session_id = '{((FeelString)fields["id"]).Value}' ORDER BY case_id");
        return [.. places.Select(row => row[0])];
    }

    private static TaskRow RowOf(JsonElement task) => new()
    {
        Key = new(Number(task, "userTaskKey")), Instance = new(1), Definition = new(1), ProcessId = task.Text("processDefinitionId"), BusinessKey = task.GetProperty("businessId").GetString(),
        Element = task.Text("elementId"), Name = null, State = TaskRowState.Created, Assignee = null, CandidateGroups = [], CandidateUsers = [], DueAt = null, FollowUpAt = null, Priority = 0,
        FormId = null, EscalationOf = null, CreatedAt = task.GetProperty("creationDate").GetDateTimeOffset(), EndedAt = null, Version = 1,
    };

    private static long Number(JsonElement task, string name) => long.Parse(task.Text(name), CultureInfo.InvariantCulture);
}
