namespace Orchestrator.Engine.Deployments;

/// <summary>A file to deploy. <see cref="Name"/> is its path relative to the set, with <c>/</c> between folders; its ending says what it is.</summary>
public sealed record ResourceFile(string Name, string Content);
