using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client;

/// <summary>What the pages know of the system, over the engine and the case registry in this process. Rights are checked here, in each member.</summary>
internal sealed class OrchestratorClient(
    IAccounts accounts, IInbox inbox, ISubstitutions substitutions, ITaskFolders folders, IAttendance attendance, ICaseFile cases, ICaseRecords records, IIncidents incidents, IAgreements agreements, ICrises crises, IWorkers workers,
    ISessions sessions, ISessionWaits waits, IImports imports, IExpressions expressions, IDecisions decisions, IDeadlines deadlines,
    ICalendarFeeds feeds, ITimers timers, IOperations operations, IMigrations migrations, IProcessDefinitions definitions, IDefinitionDrafts drafts) : IOrchestratorClient
{
    public IAccounts Accounts { get; } = accounts;

    public IInbox Inbox { get; } = inbox;

    public ISubstitutions Substitutions { get; } = substitutions;

    public ITaskFolders Folders { get; } = folders;

    public IAttendance Attendance { get; } = attendance;

    public ICaseFile Cases { get; } = cases;

    public ICaseRecords Records { get; } = records;

    public IIncidents Incidents { get; } = incidents;

    public IAgreements Agreements { get; } = agreements;

    public ICrises Crises { get; } = crises;

    public IWorkers Workers { get; } = workers;

    public ISessions Sessions { get; } = sessions;

    public ISessionWaits Waits { get; } = waits;

    public IImports Imports { get; } = imports;

    public IExpressions Expressions { get; } = expressions;

    public IDecisions Decisions { get; } = decisions;

    public IDeadlines Deadlines { get; } = deadlines;

    public ICalendarFeeds Feeds { get; } = feeds;

    public ITimers Timers { get; } = timers;

    public IOperations Operations { get; } = operations;

    public IMigrations Migrations { get; } = migrations;

    public IProcessDefinitions Definitions { get; } = definitions;

    public IDefinitionDrafts Drafts { get; } = drafts;
}
