using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Designer;

/// <summary>A server whose folder of definitions holds one small process with a form and a scenario, and people who may and may not draw.</summary>
internal sealed class DesignerOffice : IAsyncDisposable
{
    public static readonly ActingUser Dario = new("dario", "Dario Disegno", [], [Roles.Designer]);
    public static readonly ActingUser Ada = new("ada", "Ada Amministra", [], [Roles.Admin]);
    public static readonly ActingUser Olga = new("olga", "Olga Operatrice", ["apl"], [Roles.Operator]);
    public static readonly ActingUser Sara = new("sara", "Sara Supervisora", [], [Roles.Supervisor]);

    public const string Process = "intake";

    private const string Bpmn = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="intake-definitions" targetNamespace="https://example.org/intake">
          <bpmn:process id="intake" name="Domanda" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
            <bpmn:userTask id="review" name="Esame della domanda">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="apl" /><zeebe:formDefinition formId="review" bindingType="deployment" /></bpmn:extensionElements>
              <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:endEvent id="done" name="Esaminata"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="review" />
            <bpmn:sequenceFlow id="b" sourceRef="review" targetRef="done" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private const string Form = """{ "type": "default", "id": "review", "components": [ { "type": "textfield", "id": "note", "key": "note", "label": "Nota" } ] }""";

    private const string Scenario = """
        scenario Esame
        clock 2026-03-02T09:00:00+01:00
        user anna groups apl
        start intake K-1 { }
        expect open review
        claim review by anna
        complete review by anna { note: "va bene" }
        end completed at done
        """;

    private readonly RunningServer _server;
    private readonly DirectoryInfo _workflows;

    private DesignerOffice(RunningServer server, DirectoryInfo workflows)
    {
        _server = server;
        _workflows = workflows;
    }

    public RunningServer Server => _server;

    public static async Task<DesignerOffice> OpenAsync()
    {
        var workflows = Directory.CreateTempSubdirectory("orchestrator-definitions-");
        var folder = workflows.CreateSubdirectory(Process).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "intake.bpmn"), Bpmn);
        await File.WriteAllTextAsync(Path.Combine(folder, "review.form"), Form);
        await File.WriteAllTextAsync(Path.Combine(folder, "held.scenario"), Scenario);
        return new(await RunningServer.StartAsync($"--WorkflowsFolder={workflows.FullName}"), workflows);
    }

    /// <summary>Asks what the pages ask.</summary>
    public async Task<Outcome<T>> AskAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> ask)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<IOrchestratorClient>());
    }

    /// <summary>The same, and it must be accepted.</summary>
    public async Task<T> GetAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> ask)
    {
        var outcome = await AskAsync(ask);
        Assert.That(outcome.Refusal, Is.Null);
        return outcome.Value!;
    }

    public Task<DraftSummary> DraftAsync(int? version = 1) => GetAsync(client => client.Drafts.CreateAsync(Dario, Guid.CreateVersion7(), Process, version, CancellationToken.None));

    /// <summary>Saves the draft with one file changed.</summary>
    public async Task<DraftSaved> ChangeAsync(Guid draft, int revision, string file, Func<string, string> change, ActingUser? by = null)
    {
        var view = await GetAsync(client => client.Drafts.OpenAsync(Dario, draft, CancellationToken.None));
        var files = view.Files.Select(one => one.Name == file ? one with { Content = change(one.Content) } : one).ToList();
        return await GetAsync(client => client.Drafts.SaveAsync(by ?? Dario, draft, new(Guid.CreateVersion7(), revision, files), CancellationToken.None));
    }

    /// <summary>Why a further save is refused.</summary>
    public async Task<Refusal?> ChangeRefusedAsync(Guid draft) =>
        (await AskAsync(client => client.Drafts.SaveAsync(Dario, draft, new(Guid.CreateVersion7(), 2, [new("intake.bpmn", Bpmn)]), CancellationToken.None))).Refusal;

    /// <summary>The plan once its scenarios have come to their end.</summary>
    public async Task<PublicationPlan> PlanAsync(Guid draft)
    {
        const int Times = 600;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var time = 0; time < Times; time++)
        {
            var plan = await GetAsync(client => client.Drafts.PlanAsync(Dario, draft, CancellationToken.None));
            if (plan.Run.IsDone) return plan;
            await pause.WaitForNextTickAsync();
        }
        throw new TimeoutException("Expected the scenarios to come to their end.");
    }

    public Task<Outcome<Published>> PublishAsync(PublicationPlan plan, string? reason = null, bool keep = false) =>
        AskAsync(client => client.Drafts.PublishAsync(Dario, plan.Draft.Key, new(plan.Draft.Revision, plan.After, reason, keep), CancellationToken.None));

    public async Task<DefinitionHistory> HistoryAsync() => await GetAsync(client => client.Definitions.OpenAsync(Dario, Process, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _workflows.Delete(recursive: true);
    }
}
