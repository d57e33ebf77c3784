using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Storage;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Benchmarks;

/// <summary>
/// The inbox among 100 000 open tasks: what one drawing of its first page asks of the store (the page and the five figures of the tabs), and the same with each filter.
/// Ends with an error when the 95th percentile of one is beyond the limit.
/// </summary>
internal static class InboxBench
{
    private const int TasksMade = 100_000;
    private const int TasksPerCommit = 500;
    private const int Centres = 30;
    private const int Rounds = 40;
    private const double LimitMs = 200;

    private static readonly DateTimeOffset s_at = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| store | asked | median ms | p95 ms |");
        Console.WriteLine("|---|---|---|---|");
        var worst = await SqliteAsync();
        return Math.Max(worst, await PostgreSqlAsync()) <= LimitMs ? 0 : 1;
    }

    private static async Task<double> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-bench-").FullName;
        try
        {
            var path = Path.Combine(folder, "bench.db");
            var options = new StorageOptions { MasterKeyFile = Path.Combine(folder, "master.key") };
            await SqliteStorage.MigrateAsync(path, options, CancellationToken.None);
            using var gate = new SqliteWriteGate();
            await using var storage = await SqliteStorage.OpenAsync(path, options, gate, TimeProvider.System, ICrashPoints.None, CancellationToken.None);
            return await MeasureAsync("SQLite", storage, null);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> PostgreSqlAsync()
    {
        if (PostgreSqlServer.BinariesFolder is null)
        {
            Console.Error.WriteLine(PostgreSqlServer.MissingReason);
            return 0;
        }
        await using var server = await PostgreSqlServer.StartAsync(durable: false);
        var database = await server.CreateDatabaseAsync("inbox");
        await PostgreSqlStorage.MigrateAsync(database, CancellationToken.None);
        await using var storage = await PostgreSqlStorage.OpenAsync(database, new StorageOptions { MasterKey = Convert.ToBase64String(new byte[32]) }, TimeProvider.System, ICrashPoints.None, CancellationToken.None);
        return await MeasureAsync("PostgreSQL 15", storage, database);
    }

    private static async Task<double> MeasureAsync(string store, EngineStorage storage, string? postgreSql)
    {
        for (var from = 0; from < TasksMade; from += TasksPerCommit)
            await storage.Store.CommitAsync(new CommitBatch([.. Enumerable.Range(from + 1, TasksPerCommit).Select(Member)]), CancellationToken.None);

        // A server that grows day by day has been analysed by autovacuum, which comes once a minute; what was filled a second ago has not.
        if (postgreSql is not null)
        {
            await using var connection = new Npgsql.NpgsqlConnection(postgreSql);
            await connection.OpenAsync();
            await using var analyze = new Npgsql.NpgsqlCommand("ANALYZE", connection);
            await analyze.ExecuteNonQueryAsync();
        }

        var centre = new TaskViewer("op-3", ["cpi:03", "cpi:04"]);
        var many = new TaskViewer("op-x", [.. Enumerable.Range(1, Centres).Select(Group)]);
        var worst = 0.0;
        foreach (var (who, viewer) in ((string, TaskViewer?)[])[("operator of two centres", centre), ("operator of every centre", many), ("supervisor", null)])
        {
            var open = new TaskQuery { State = TaskRowState.Created, VisibleTo = viewer, Sort = TaskSort.DueAt, Page = new(0, 50) };
            var user = viewer?.User ?? "boss";
            TaskQuery[] tabs =
            [
                open with { VisibleTo = null, Assignee = user }, open with { Assigned = false }, open with { DueBefore = s_at.AddDays(1) },
                open with { VisibleTo = null, Assignee = user, State = TaskRowState.Completed }, open,
            ];
            (string Name, TaskQuery Query)[] lists =
            [
                ("first page", open with { Assigned = false }), ("page 100", open with { Page = new(4_950, 50) }), ("filter by process", open with { ProcessId = "p-2" }),
                ("filter by a variable of the case", open with { Variables = [new("centre", "17", null)] }), ("filter due", open with { DueFrom = s_at, DueBefore = s_at.AddDays(7) }),
                ("search by words", open with { Words = ["esame", "99"] }), ("grouped by person", open with { Sort = TaskSort.Assignee }),
            ];
            foreach (var (name, query) in lists)
            {
                var times = new List<double>();
                for (var round = 0; round < Rounds; round++)
                {
                    var watch = Stopwatch.StartNew();
                    await storage.Queries.TasksAsync(query, CancellationToken.None);
                    foreach (var tab in tabs) await storage.Queries.TasksAsync(tab with { Page = new(0, 0) }, CancellationToken.None);
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }
                times.Sort();
                var p95 = times[(int)Math.Ceiling(Rounds * 0.95) - 1];
                worst = Math.Max(worst, p95);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {store} | {who}: {name} | {times[Rounds / 2]:F1} | {p95:F1} |"));
            }
        }
        return worst;
    }

    private static string Group(int centre) => string.Create(CultureInfo.InvariantCulture, $"cpi:{centre:00}");

    private static CommitMember Member(int number)
    {
        var instance = new InstanceId(number);
        var (definition, root) = (new DefinitionKey(7), ScopeKey.Of(instance, 0));
        var (process, centre) = ($"p-{number % 12}", number % Centres + 1);
        var business = string.Create(CultureInfo.InvariantCulture, $"CR-2026-{number:000000}");
        return new()
        {
            Instance = instance,
            ExpectedVersion = 0,
            PreviousHash = default,
            Request = Guid.CreateVersion7(),
            Actor = "bench",
            At = s_at,
            Events = [new InstanceEvent.InstanceStarted(definition, process, business, null, 1), new InstanceEvent.ElementEntered(root, root, definition, new ElementId(process), ElementType.Process, null)],
            Rows =
            [
                new RowChange.InsertInstance(new(instance, definition, process, business, number, InstanceRowState.Active, s_at, null, false)),
                new RowChange.SetSearchVariable(instance, "centre", FeelValue.Of(string.Create(CultureInfo.InvariantCulture, $"{centre:00}"))),
                new RowChange.InsertTask(new TaskRow
                {
                    Key = ScopeKey.Of(instance, 1),
                    Instance = instance,
                    Definition = definition,
                    ProcessId = process,
                    BusinessKey = business,
                    Element = $"step-{number % 5}",
                    Name = "Esame della domanda",
                    State = TaskRowState.Created,
                    // Two thirds wait in their group, one third is in somebody's hands.
                    Assignee = number % 3 == 0 ? $"op-{number % 200}" : null,
                    CandidateGroups = [Group(centre)],
                    CandidateUsers = [],
                    DueAt = number % 10 == 0 ? null : s_at.AddHours(number % 1_500),
                    FollowUpAt = null,
                    Priority = 50,
                    FormId = "review",
                    EscalationOf = null,
                    CreatedAt = s_at,
                    EndedAt = null,
                    Version = 2,
                }),
            ],
        };
    }
}
