namespace Orchestrator.Interpreter.Commands;

/// <summary>Files that people bring to open tasks. Who may bring one is decided by the door; what a file is, how many there may be and who takes one away, here.</summary>
internal static class Attachments
{
    private const int IdChars = 32;
    private const int HashChars = 64;

    public static Rejection? Add(Run run, Command.AddAttachment command)
    {
        if (WhyNotOpen(run, command.Task) is { } closed) return closed;
        var (file, kept) = (command.File, run.State.Attachments);
        if (!IsHex(file.Id, IdChars) || !IsHex(file.Sha256, HashChars)) return new(RejectionReason.Invalid, "Expected a file with an id of 32 and a SHA-256 of 64 hexadecimal digits, but it has others.");
        if (file.Name.Length is 0 or > Limits.AttachmentNameCharsMax || file.MediaType.Length is 0 or > Limits.AttachmentNameCharsMax || !KeptText.FitsColumn(file.Name) || !KeptText.FitsColumn(file.MediaType))
            return new(RejectionReason.Invalid, $"Expected the name and the type of a file as 1 to {Limits.AttachmentNameCharsMax} characters without NUL, but they are others.");
        if (file.SizeBytes is < 1 or > Limits.AttachmentBytesMax) return new(RejectionReason.Invalid, $"Expected a file of 1 to {Limits.AttachmentBytesMax} bytes, but it has {file.SizeBytes}.");
        if (kept.ContainsKey(file.Id)) return new(RejectionReason.AlreadyExists, $"Expected a new file, but {file.Id} lies with the case already.");
        if (kept.Count >= Limits.AttachmentsPerInstanceMax || kept.Values.Count(one => one.Task == command.Task) >= Limits.AttachmentsPerTaskMax)
            return new(RejectionReason.WrongState, $"Expected fewer than {Limits.AttachmentsPerTaskMax} files with the task and {Limits.AttachmentsPerInstanceMax} with the case: take one away first.");
        run.Emit(new InstanceEvent.AttachmentAdded(command.Task, file.Id, file.Name, file.MediaType, file.SizeBytes, file.Sha256, run.Actor.Name));
        return null;
    }

    public static Rejection? Remove(Run run, Command.RemoveAttachment command)
    {
        if (!run.State.Attachments.TryGetValue(command.Id, out var kept) || kept.Task != command.Task)
            return new(RejectionReason.NotFound, $"Expected a file {command.Id} with task {command.Task}, but there is none.");
        if (WhyNotOpen(run, command.Task) is { } closed) return closed;
        if (kept.By != run.Actor.Name) return new(RejectionReason.NotAllowed, $"Expected who brought the file, {kept.By}: nobody else takes it away.");
        run.Emit(new InstanceEvent.AttachmentRemoved(command.Task, command.Id, kept.File.Name, run.Actor.Name));
        return null;
    }

    private static Rejection? WhyNotOpen(Run run, ScopeKey task) =>
        run.Find(task) is not { } element ? new(RejectionReason.NotFound, $"Expected an open task {task}, but there is none.")
        : element.UserTask is null ? new(RejectionReason.WrongState, $"Expected {task} to be an open task, but it is none.") : null;

    private static bool IsHex(string text, int chars) => text.Length == chars && text.All(char.IsAsciiHexDigitLower);
}
