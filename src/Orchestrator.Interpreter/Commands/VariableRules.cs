using System.Globalization;
using System.Text;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Commands;

/// <summary>May these variables come in?</summary>
internal static class VariableRules
{
    /// <summary>Refuses variables that are too large, or names that nothing could read.</summary>
    public static Rejection? WhyNotAccept(FeelContext variables)
    {
        foreach (var name in variables.Names)
            if (string.IsNullOrWhiteSpace(name)) return new(RejectionReason.Invalid, "Expected every variable to have a name, but one has none.");
        if (!Exceeds(variables, Limits.VariableBytesMax)) return null;
        return new(RejectionReason.Invalid, string.Create(CultureInfo.InvariantCulture, $"Expected variables of at most {Limits.VariableBytesMax} bytes, but they are larger."));
    }

    private static bool Exceeds(FeelValue value, long bytesMax) => Remaining(value, bytesMax) < 0;

    // About the length of the JSON text; stops as soon as it is too much.
    private static long Remaining(FeelValue value, long bytes)
    {
        switch (value)
        {
            case FeelString text:
                return bytes - Encoding.UTF8.GetByteCount(text.Value) - 2;
            case FeelList list:
                bytes -= 2;
                for (var i = 0; i < list.Count && bytes >= 0; i++) bytes = Remaining(list[i], bytes - 1);
                return bytes;
            case FeelContext context:
                bytes -= 2;
                for (var i = 0; i < context.Count && bytes >= 0; i++)
                    bytes = Remaining(context.Entries[i].Value, bytes - Encoding.UTF8.GetByteCount(context.Entries[i].Key) - 4);
                return bytes;
            default:
                return bytes - 8;
        }
    }
}
