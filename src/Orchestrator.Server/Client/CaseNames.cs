using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Names that lists show: of processes and of people. Asked once per request.</summary>
internal sealed class CaseNames(DefinitionCatalog definitions, AccountBook accounts)
{
    private readonly Dictionary<string, string?> _people = new(StringComparer.Ordinal);

    public CaseReference Case(InstanceId instance, DefinitionKey definition, string processId, string? businessKey) =>
        new(ScopeKey.RootOf(instance).Value, businessKey, processId, definitions.Record(definition)?.Name ?? processId);

    /// <summary>The name to show of an account; null for the engine and for workers, and for an account that is no more.</summary>
    public async Task<string?> PersonAsync(string? account, CancellationToken cancellation)
    {
        if (account is null || account.Contains(':', StringComparison.Ordinal)) return null;
        if (!_people.ContainsKey(account)) await LearnAsync([account], cancellation);
        return _people[account];
    }

    /// <summary>Learns many names at once.</summary>
    public async Task LearnAsync(IEnumerable<string?> names, CancellationToken cancellation)
    {
        var wanted = names.OfType<string>().Where(name => !name.Contains(':', StringComparison.Ordinal) && !_people.ContainsKey(name)).Distinct().ToList();
        if (wanted.Count == 0) return;
        var known = await accounts.DisplayNamesAsync(wanted, cancellation);
        foreach (var name in wanted) _people[name] = known.GetValueOrDefault(name);
    }
}
