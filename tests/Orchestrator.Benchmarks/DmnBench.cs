using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Orchestrator.Benchmarks;

/// <summary>Runs the measurements of decision tables and judges the one that has a limit: tests/bench.sh --dmn.</summary>
internal static class DmnBench
{
    private const double MicrosecondsMax = 15;

    public static int Run()
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(200));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.P95)
            .AddColumnProvider(DefaultColumnProviders.Metrics).AddLogger(ConsoleLogger.Default).AddExporter(MarkdownExporter.Console)
            .WithOptions(ConfigOptions.DisableLogFile).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "orchestrator-dmn-bench"));
        var report = BenchmarkRunner.Run<DmnBenchmarks>(config).Reports.SingleOrDefault(one => one.BenchmarkCase.Descriptor.WorkloadMethod.Name == nameof(DmnBenchmarks.Table));
        if (report?.ResultStatistics is not { } time)
        {
            Console.WriteLine("The table was not measured.");
            return 1;
        }
        var median = time.Median / 1000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"50 rules x 4 inputs: {median:N1} µs (at most {MicrosecondsMax:N0}): {(median <= MicrosecondsMax ? "within" : "BEYOND")} the limit"));
        return median <= MicrosecondsMax ? 0 : 1;
    }
}
