using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>What <c>apl.convene</c> is asked to say.</summary>
internal sealed record ConveneAction(string Name, ConvocationMethod Method)
{
    private static readonly ConveneAction[] s_all =
    [
        new("invite", ConvocationMethod.Request),
        new("move", ConvocationMethod.Request),
        new("cancel", ConvocationMethod.Cancel),
        new("remind", ConvocationMethod.Remind),
    ];

    /// <summary>The text of the mail.</summary>
    public string Template => "convocation-" + Name;

    /// <summary>The action called <paramref name="name"/>.</summary>
    public static ConveneAction Read(string name) =>
        s_all.SingleOrDefault(action => action.Name == name)
            ?? throw new JobInputException($"Expected 'action' to be one of {string.Join(", ", s_all.Select(action => action.Name))}, but found '{name}'.");
}
