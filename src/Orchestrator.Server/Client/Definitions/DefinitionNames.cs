using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>Versions and drafts as pages show them, with the names of people.</summary>
internal sealed class DefinitionNames(CaseNames names, DefinitionCatalog definitions)
{
    public async Task<string> PersonAsync(string account, CancellationToken cancellation) => await names.PersonAsync(account, cancellation) ?? account;

    public Task LearnAsync(IEnumerable<string?> accounts, CancellationToken cancellation) => names.LearnAsync(accounts, cancellation);

    public async Task<IReadOnlyList<DraftSummary>> DraftsAsync(IReadOnlyList<DefinitionDraftHead> heads, CancellationToken cancellation)
    {
        await names.LearnAsync(heads.SelectMany(head => new[] { head.Created.By, head.Saved.By }), cancellation);
        var shown = new List<DraftSummary>(heads.Count);
        foreach (var head in heads) shown.Add(await DraftAsync(head, cancellation));
        return shown;
    }

    public async Task<DraftSummary> DraftAsync(DefinitionDraftHead head, CancellationToken cancellation) => new(
        head.Key, head.ProcessId, head.Name, head.Folder, head.BaseVersion, head.Revision, head.IsOpen,
        await PersonAsync(head.Created.By, cancellation), head.Created.At, await PersonAsync(head.Saved.By, cancellation), head.Saved.At)
    {
        CopyOf = head.CopyOf,
        IsNew = head.BaseVersion is null && await definitions.LatestAsync(head.ProcessId) is null,
    };
}
