using System.Collections.Concurrent;
using System.Text;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Stable names of events for pages and programs: <c>user-task-completed</c>.</summary>
internal static class EventNames
{
    private static readonly ConcurrentDictionary<Type, string> s_names = new();

    public static string Of(InstanceEvent happened) => s_names.GetOrAdd(happened.GetType(), type => Kebab(type.Name));

    private static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
