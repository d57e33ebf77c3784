namespace Orchestrator.Storage.Accounts;

/// <summary>A calendar that somebody reads with another program, at an address that holds a secret. Only a hash of the secret is kept: who has the database cannot read the calendar.</summary>
public sealed class CalendarFeed
{
    public const int HashBytes = 32;

    public long Id { get; set; }

    /// <summary>The account that made it, as it is normalised; the calendar shows what this account may see.</summary>
    public required string Owner { get; set; }

    /// <summary>The office whose deadlines it holds; null for those of the account itself.</summary>
    public string? Group { get; set; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] SecretHash { get; set; }

    /// <summary>The request that made it: the same form sent twice makes one.</summary>
    public required Guid Request { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}

/// <summary>An entry that a feed has shown, so that its next version is known as such: same identifier, higher sequence, cancelled when it has gone.</summary>
public sealed class CalendarFeedEntry
{
    /// <summary>Longest key and longest title.</summary>
    public const int TextCharsMax = 500;

    public required long Feed { get; set; }

    /// <summary>What the entry stands for.</summary>
    public required string Deadline { get; set; }

    /// <summary>The identifier in the calendar; never given twice.</summary>
    public required Guid Uid { get; set; }

    public required DateOnly Day { get; set; }

    public required string Title { get; set; }

    /// <summary>The case, for the address in the entry.</summary>
    public required long Instance { get; set; }

    public int Sequence { get; set; }

    /// <summary>When this version was made.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    public bool Cancelled { get; set; }
}
