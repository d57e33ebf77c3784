using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Orchestrator.Benchmarks;

/// <summary>Runs the measurements of FEEL and judges the one that has a limit: tests/bench.sh --feel.</summary>
internal static class FeelBench
{
    private const double NanosecondsMax = 300;
    private const long BytesMax = 200;

    public static int Run()
    {
        // In this process: the project needs no second restore, and what is measured is the code that was built.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(200));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.P95)
            .AddColumnProvider(DefaultColumnProviders.Metrics).AddLogger(ConsoleLogger.Default).AddExporter(MarkdownExporter.Console)
            .WithOptions(ConfigOptions.DisableLogFile).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "orchestrator-feel-bench"));
        var summary = BenchmarkRunner.Run<FeelBenchmarks>(config);
        return Judge(summary);
    }

    private static int Judge(Summary summary)
    {
        var report = summary.Reports.SingleOrDefault(one => one.BenchmarkCase.Descriptor.WorkloadMethod.Name == nameof(FeelBenchmarks.Condition));
        if (report?.ResultStatistics is not { } time || report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is not { } bytes)
        {
            Console.WriteLine("The condition was not measured.");
            return 1;
        }
        var good = time.Median <= NanosecondsMax && bytes <= BytesMax;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{FeelBenchmarks.ConditionText}: {time.Median:N0} ns (at most {NanosecondsMax:N0}), {bytes} bytes (at most {BytesMax}): {(good ? "within" : "BEYOND")} the limits"));
        return good ? 0 : 1;
    }
}
