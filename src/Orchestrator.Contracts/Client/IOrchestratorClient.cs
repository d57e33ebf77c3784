namespace Orchestrator.Contracts.Client;

/// <summary>
/// All that the pages know of the system, one member per family of pages. A call returns an <see cref="Outcome{T}"/>: a refusal
/// is a value with its reason, an exception is a bug. Every call checks the rights of the acting user itself; every write
/// carries an idempotency key and is written whole or not at all. Texts that people read are in the request's language where the
/// implementation makes them; codes are stable and the pages have words for them.
/// </summary>
public interface IOrchestratorClient
{
    IAccounts Accounts { get; }

    IInbox Inbox { get; }

    ISubstitutions Substitutions { get; }

    ITaskFolders Folders { get; }

    IAttendance Attendance { get; }

    ICaseFile Cases { get; }

    ICaseRecords Records { get; }

    IIncidents Incidents { get; }

    IAgreements Agreements { get; }

    ICrises Crises { get; }

    IWorkers Workers { get; }

    ISessions Sessions { get; }

    ISessionWaits Waits { get; }

    IImports Imports { get; }

    IExpressions Expressions { get; }

    IDecisions Decisions { get; }

    IDeadlines Deadlines { get; }

    ICalendarFeeds Feeds { get; }

    ITimers Timers { get; }

    IOperations Operations { get; }

    IMigrations Migrations { get; }

    IProcessDefinitions Definitions { get; }

    IDefinitionDrafts Drafts { get; }
}
