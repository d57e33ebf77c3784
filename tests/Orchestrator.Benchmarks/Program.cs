using System.Globalization;
using Orchestrator.Benchmarks;

// Expressions are measured by BenchmarkDotNet: tests/bench.sh --feel, tests/bench.sh --dmn
if (args is ["--feel", ..]) return FeelBench.Run();
if (args is ["--dmn", ..]) return DmnBench.Run();
// The inbox among 100 000 open tasks: tests/bench.sh --inbox
if (args is ["--inbox", ..]) return await InboxBench.RunAsync();

// tests/bench.sh builds this in Release and runs it; without --quick every measurement is five times as long.
var seconds = args.Contains("--quick") ? 4 : 20;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var results = new List<Measured>();
results.AddRange(await SqliteBench.RunAsync(seconds));
results.AddRange(await PostgreSqlBench.RunAsync(seconds));
Console.WriteLine(Report.Table(results));
return results.TrueForAll(result => result.RowsPerInstance <= Report.RowsMax) ? 0 : 1;
