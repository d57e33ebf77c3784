using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>One of our programs as a process of its own, which can be ended as a power cut ends it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly string Checkout = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    private readonly ProcessStartInfo _start;
    private readonly List<string> _output = [];
    private Process? _process;

    private RunningProgram(ProcessStartInfo start) => _start = start;

    /// <summary>The folder of the checkout, where scripts and definitions are.</summary>
    public static string Root => Checkout;

    public string Output
    {
        get { lock (_output) return string.Join('\n', _output); }
    }

    /// <summary>It ended by itself: then nothing that is waited for will come.</summary>
    public bool HasEnded => Volatile.Read(ref _process) is { } process && HasExited(process);

    /// <param name="project">For example <c>Orchestrator.Server</c>; it must have been built.</param>
    public static RunningProgram Of(string project, string workingFolder, IReadOnlyDictionary<string, string> settings)
    {
        var program = PathOf(project);
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workingFolder };
        start.ArgumentList.Add(program);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new RunningProgram(start);
    }

    /// <summary>The built program of a project.</summary>
    public static string PathOf(string project)
    {
        // This test's own folder is …/bin/<project>/<configuration>: the others stand beside it.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, configuration, project + ".dll"));
        return File.Exists(program) ? program : throw new InvalidOperationException($"Expected {program}: build Orchestrator.sln first.");
    }

    public void Start()
    {
        Keep("---- started");
        _process = Process.Start(_start) ?? throw new InvalidOperationException("Expected the program to start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        // Taken first: a program that is being killed has not ended by itself.
        if (Interlocked.Exchange(ref _process, null) is not { } process) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Keep("---- killed");
    }

    public ValueTask DisposeAsync() => new(KillAsync());

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
    }

    private static bool HasExited(Process process)
    {
        try
        {
            return process.HasExited;
        }
        catch (InvalidOperationException)
        {
            // Killed and disposed of meanwhile.
            return false;
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
