namespace Orchestrator.Contracts.Cases;

/// <summary>A page of recipients in the order of their case ids, at most <see cref="CaseLimits.PageRowsMax"/>; ask again after the last one while <paramref name="More"/>.</summary>
public sealed record RecipientPage(IReadOnlyList<Recipient> Recipients, bool More);
