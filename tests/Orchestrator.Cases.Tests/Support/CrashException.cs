namespace Orchestrator.Cases.Tests.Support;

internal sealed class CrashException : Exception;
