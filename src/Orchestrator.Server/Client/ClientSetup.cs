using Orchestrator.Contracts.Client;
using Orchestrator.Server.Client.Absences;
using Orchestrator.Server.Client.Deadlines;
using Orchestrator.Server.Client.Migrating;
using Orchestrator.Server.Client.Definitions;
using Orchestrator.Server.Client.Notices;
using Orchestrator.Server.Client.Operations;
using Orchestrator.Server.Client.Records;

namespace Orchestrator.Server.Client;

/// <summary>Registers what the pages ask.</summary>
internal static class ClientSetup
{
    public static void AddClient(this IServiceCollection services)
    {
        services.AddScoped<CaseNames>();
        services.AddScoped<AbsentToday>();
        services.AddScoped<TaskViews>();
        services.AddScoped<InboxFilters>();
        services.AddScoped<InboxFilterShelf>();
        services.AddScoped<TaskAssignment>();
        services.AddScoped<TaskDrafts>();
        services.AddScoped<TaskAttachments>();
        services.AddScoped<TaskSheets>();
        services.AddScoped<WhoWasFaster>();
        services.AddScoped<CaseViews>();
        services.AddScoped<IncidentViews>();
        services.AddScoped<MomentReader>();
        services.AddScoped<WhyReader>();
        services.AddScoped<StoryTeller>();
        services.AddScoped<CaseProof>();
        services.AddScoped<CaseSampler>();
        services.AddSingleton<NewestCase>();
        services.AddScoped<TermReader>();
        services.AddScoped<CaseRights>();
        services.AddScoped<AttendanceRecorder>();
        services.AddScoped<WorkersDecision>();
        services.AddScoped<TaskCompletion>();
        services.AddScoped<AgreementStart>();
        services.AddScoped<WorkersList>();
        services.AddScoped<ProgrammeScope>();
        services.AddScoped<NoticeTeller>();
        services.AddHostedService<NoticePump>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<IInbox, Inbox>();
        services.AddScoped<ISubstitutions, Substitutions>();
        services.AddScoped<ITaskFolders, TaskFolders>();
        services.AddScoped<IAttendance, Attendance>();
        services.AddScoped<ICaseFile, CaseFile>();
        services.AddScoped<ICaseRecords, CaseRecords>();
        services.AddScoped<RetryLists>();
        services.AddScoped<IIncidents, IncidentDeskView>();
        services.AddScoped<IAgreements, Agreements>();
        services.AddScoped<ICrises, Crises>();
        services.AddScoped<PathwayTrace>();
        services.AddScoped<IWorkers, Workers>();
        services.AddScoped<ISessions, Sessions>();
        services.AddScoped<ISessionWaits, SessionWaits>();
        services.AddScoped<IImports, Imports>();
        services.AddScoped<IExpressions, Expressions>();
        services.AddScoped<IDecisions, Decisions>();
        services.AddScoped<TermElements>();
        services.AddScoped<DeadlineReasons>();
        services.AddScoped<DeadlineScope>();
        services.AddScoped<DeadlineViews>();
        services.AddScoped<Escalations>();
        services.AddScoped<IDeadlines, DeadlineDesk>();
        services.AddScoped<ICalendarFeeds, CalendarFeeds>();
        services.AddScoped<ITimers, TimerBoards>();
        services.AddScoped<FailureGroups>();
        services.AddScoped<IOperations, OperationsDesk>();
        services.AddScoped<MigrationReports>();
        services.AddScoped<IMigrations, MigrationPages>();
        services.AddScoped<DefinitionFolders>();
        services.AddScoped<DefinitionNames>();
        services.AddScoped<DraftCompiler>();
        services.AddSingleton<ScenarioRuns>();
        services.AddScoped<DefinitionDesk>();
        services.AddScoped<IProcessDefinitions>(provider => provider.GetRequiredService<DefinitionDesk>());
        services.AddScoped<IDefinitionDrafts, DefinitionDrafts>();
        services.AddScoped<IOrchestratorClient, OrchestratorClient>();
    }
}
