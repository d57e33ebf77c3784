namespace Orchestrator.Interpreter;

/// <summary>What a file is, without its bytes.</summary>
/// <param name="Id">32 hexadecimal digits, lower case; made by who brings it.</param>
/// <param name="Name">Its name where it came from.</param>
/// <param name="MediaType">Such as <c>application/pdf</c>.</param>
/// <param name="SizeBytes">1 or more.</param>
/// <param name="Sha256">64 hexadecimal digits, lower case.</param>
public sealed record AttachedFile(string Id, string Name, string MediaType, long SizeBytes, string Sha256);
