using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Refusals of engine, forms and registry as the pages know them.</summary>
internal static class Refused
{
    public static Refusal From(Rejection rejection) => rejection.Reason switch
    {
        RejectionReason.NotFound => new(RefusalKind.NotFound, "NotFound", rejection.Message),
        RejectionReason.WrongState => new(RefusalKind.Conflict, "Changed", rejection.Message),
        RejectionReason.AlreadyExists => new(RefusalKind.Conflict, "AlreadyExists", rejection.Message),
        RejectionReason.NotAllowed => new(RefusalKind.NotAllowed, "NotAllowed", rejection.Message),
        RejectionReason.Invalid => new(RefusalKind.Invalid, "Invalid", rejection.Message),
        RejectionReason.Overloaded => new(RefusalKind.Busy, "Busy", rejection.Message),
        _ => throw new InvalidOperationException($"No kind of refusal for the reason {rejection.Reason}."),
    };

    /// <summary>A form that does not fit, field by field.</summary>
    public static Refusal From(IReadOnlyList<FieldError> errors) =>
        new(RefusalKind.Invalid, "FormInvalid", $"Expected data that fit the form, but {errors.Count} fields do not.") { Fields = errors };

    /// <summary>A registry's form that does not fit. A stale version is a conflict.</summary>
    public static Refusal From(IReadOnlyList<FieldProblem> problems) => problems.Any(problem => problem.Code is RefusalCode.Stale or RefusalCode.WrongState)
        ? new(RefusalKind.Conflict, "Changed", problems[0].Message)
        : new(RefusalKind.Invalid, "FormInvalid", problems[0].Message) { Fields = [.. problems.Select(problem => new FieldError(problem.Field, problem.Code, problem.Message))] };

    public static Refusal From(RegistryRefusedException refused) => refused.Code switch
    {
        RefusalCode.NotFound => NotFound(refused.Message),
        RefusalCode.Invalid => new(RefusalKind.Invalid, "Invalid", refused.Message),
        _ => new(RefusalKind.Conflict, "Changed", refused.Message),
    };

    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, "NotFound", what);

    public static Refusal NotAllowed(string why) => new(RefusalKind.NotAllowed, "NotAllowed", why);

    /// <summary>A page that asks for more than a page holds.</summary>
    public static Refusal? WhyNotPage(int offset, int limit, int limitMax) => offset < 0 || limit < 1 || limit > limitMax
        ? new(RefusalKind.Invalid, "Invalid", $"Expected an offset of at least 0 and a limit from 1 to {limitMax}, but found {offset} and {limit}.")
        : null;
}
