using Orchestrator.Engine.Ports;

namespace Orchestrator.Testing;

/// <summary>A node that dies at the n-th place where it can, and stays dead: every later call throws too, as nothing runs in a process that was killed.</summary>
public sealed class CrashAt(int nth) : ICrashPoints
{
    private int _passed;
    private volatile string? _where;
    private volatile bool _disarmed;

    /// <summary>Never crashes; counts.</summary>
    public static CrashAt Never => new(int.MaxValue);

    public int Passed => _passed;

    /// <summary>Where it died, or null.</summary>
    public string? Where => _where;

    public bool Crashed => _where is not null;

    /// <summary>It dies no more: what comes now looks at what is left.</summary>
    public void Disarm() => _disarmed = true;

    public void Pass(string where)
    {
        if (_disarmed && !Crashed) return;
        if (Interlocked.Increment(ref _passed) < nth) return;
        _where ??= where;
        throw new CrashException(_where);
    }
}

/// <summary>The process is gone.</summary>
public sealed class CrashException : Exception
{
    public CrashException(string where) : base($"Crashed {where}.") { }

    public CrashException() { }

    public CrashException(string message, Exception inner) : base(message, inner) { }
}
