namespace Orchestrator.Letters.Calendar;

/// <summary>An entry of a published calendar that takes a whole day.</summary>
/// <param name="Uid">The same for every version of the entry.</param>
/// <param name="Sequence">Grows with every version.</param>
/// <param name="Cancelled">It does not hold any more.</param>
/// <param name="Stamp">When this version was made.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">Title.</param>
/// <param name="Url">Where more stands; null for nowhere.</param>
public sealed record DayEntry(string Uid, int Sequence, bool Cancelled, DateTimeOffset Stamp, DateOnly Day, string Summary, Uri? Url);
