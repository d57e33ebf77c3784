using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Names that lists show: of processes, of companies and of people. Asked once per request.</summary>
internal sealed class CaseNames(DefinitionCatalog definitions, AccountBook accounts, CaseDesk desk)
{
    private readonly Dictionary<string, string?> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _companies = new(StringComparer.Ordinal);

    public async Task<CaseReference> CaseAsync(InstanceId instance, DefinitionKey definition, string processId, string? businessKey, CancellationToken cancellation)
    {
        await LearnCompaniesAsync([businessKey], cancellation);
        return new(ScopeKey.RootOf(instance).Value, businessKey, processId, definitions.Record(definition)?.Name ?? processId)
        {
            Company = businessKey is null ? null : _companies[businessKey],
        };
    }

    /// <summary>The name of a process as its latest version has it.</summary>
    public async Task<string> ProcessAsync(string processId) =>
        await definitions.LatestAsync(processId) is { } latest ? latest.Graph.Name ?? processId : processId;

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

    /// <summary>Learns the companies of many cases at once.</summary>
    public async Task LearnCompaniesAsync(IEnumerable<string?> businessKeys, CancellationToken cancellation)
    {
        var wanted = businessKeys.OfType<string>().Where(key => !_companies.ContainsKey(key)).Distinct().ToList();
        if (wanted.Count == 0) return;
        var known = await desk.CompaniesAsync([.. wanted.SelectMany(OwnersIn).Distinct()], cancellation);
        foreach (var key in wanted) _companies[key] = OwnersIn(key).Select(owner => known.GetValueOrDefault(owner)).FirstOrDefault(name => name is not null);
    }

    // The key of a crisis or of an agreement, or that of a session with parts of its own behind: AG-CR-2026-0007-1-S1, CR-2026-0007-modulo-1-2. The longest that is known counts.
    private static IEnumerable<string> OwnersIn(string businessKey)
    {
        if (!businessKey.StartsWith("CR-", StringComparison.Ordinal) && !businessKey.StartsWith("AG-", StringComparison.Ordinal)) yield break;
        for (var end = businessKey.Length; end > 0; end = businessKey.LastIndexOf('-', end - 1)) yield return businessKey[..end];
    }
}
