namespace Orchestrator.Interpreter.Commands;

/// <summary>Notes of people about a case. Who may leave one is decided by the door; here only what a note is.</summary>
internal static class Comments
{
    public static Rejection? Add(Run run, Command.AddComment command)
    {
        if (run.Find(command.Scope) is null) return new(RejectionReason.NotFound, $"Expected a living scope {command.Scope}, but there is none.");
        var text = command.Text.Trim();
        if (text.Length is 0 or > Limits.CommentCharsMax)
            return new(RejectionReason.Invalid, $"Expected a comment of 1 to {Limits.CommentCharsMax} characters, but it has {text.Length}.");
        if (!KeptText.FitsColumn(text)) return new(RejectionReason.Invalid, "Expected a comment without NUL and half characters, but it has them.");
        run.Emit(new InstanceEvent.CommentAdded(command.Scope, text));
        return null;
    }
}
