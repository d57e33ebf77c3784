using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client.Records;

/// <summary>What a file holds of one case.</summary>
/// <param name="Row">Its keys, names and state.</param>
/// <param name="HeadHash">The hash of its last command, in hexadecimal: whoever has the file can ask whether the history is still the same.</param>
/// <param name="Entries">Its whole history.</param>
internal sealed record ExportedCase(CaseSummary Row, string HeadHash, IReadOnlyList<StoryEntry> Entries);
