namespace Orchestrator.Interpreter;

/// <summary>Kinds of refusal; the HTTP status that each becomes stands beside it.</summary>
public enum RejectionReason
{
    /// <summary>404: there is no such instance, task, job, timer, subscription or incident (any more).</summary>
    NotFound = 1,

    /// <summary>409: it exists, but its state does not allow this.</summary>
    WrongState = 2,

    /// <summary>403: the actor may not do this.</summary>
    NotAllowed = 3,

    /// <summary>400: the data do not fit (form errors, unknown fields, values too large).</summary>
    Invalid = 4,

    /// <summary>503: the queue is full; try again later.</summary>
    Overloaded = 5,

    /// <summary>409: something unique exists already (a message id, an active instance for the key).</summary>
    AlreadyExists = 6,
}
