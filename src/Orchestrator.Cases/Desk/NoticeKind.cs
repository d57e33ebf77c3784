namespace Orchestrator.Cases.Desk;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>An agreement was registered: its process is to be started. Subject: the agreement.</summary>
    AgreementRegistered = 1,

    /// <summary>A file of workers was uploaded: the process has it checked. Subject: the import.</summary>
    WorkersListUploaded = 2,

    /// <summary>A file of workers was accepted or rejected: the task of the decision is done. Subject: the import.</summary>
    WorkersListDecided = 3,

    /// <summary>The attendance of a session is complete: the task of the sheet is done. Subject: the session.</summary>
    AttendanceRecorded = 4,

    /// <summary>A signing date was corrected: the terms of the process count anew. Subject: the agreement.</summary>
    SigningDateCorrected = 5,

    /// <summary>Something about a case was recorded: a message is to be published, which the content holds (<see cref="Desk.ProcessMessage"/>). Subject: the case.</summary>
    ProcessMessage = 6,
}
