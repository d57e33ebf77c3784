using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Orchestrator.Cases;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Accounts;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Testing;

namespace Orchestrator.Storage.Tests;

/// <summary>Migrations say what the model says, and a database that cannot be used stops the program with one sentence.</summary>
[TestFixture]
public sealed class SchemaTests
{
    private string _folder = "";

    private string Database => Path.Combine(_folder, "orchestrator.db");

    private StorageOptions Options => new() { MasterKeyFile = Path.Combine(_folder, "master.key"), StartPatience = TimeSpan.FromSeconds(1) };

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-schema-").FullName;

    [TearDown]
    public void DeleteFolder()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<TestCaseData> Contexts()
    {
        const string postgres = "Host=localhost;Database=none";
        yield return new TestCaseData(new Func<DbContext>(() => new SqliteEngineContext(SqliteContexts.Engine("none.db")))).SetArgDisplayNames("engine on SQLite");
        yield return new TestCaseData(new Func<DbContext>(() => new CasesContext(SqliteContexts.Cases("none.db")))).SetArgDisplayNames("cases on SQLite");
        yield return new TestCaseData(new Func<DbContext>(() => new AccountsContext(SqliteContexts.Accounts("none.db")))).SetArgDisplayNames("accounts on SQLite");
        yield return new TestCaseData(new Func<DbContext>(() => new PostgreSqlEngineContext(PostgreSqlContexts.Engine(NpgsqlDataSource.Create(postgres))))).SetArgDisplayNames("engine on PostgreSQL");
        yield return new TestCaseData(new Func<DbContext>(() => new CasesContext(PostgreSqlContexts.Cases(postgres)))).SetArgDisplayNames("cases on PostgreSQL");
        yield return new TestCaseData(new Func<DbContext>(() => new AccountsContext(PostgreSqlContexts.Accounts(postgres)))).SetArgDisplayNames("accounts on PostgreSQL");
    }

    [TestCaseSource(nameof(Contexts))]
    public void The_model_has_no_change_without_a_migration(Func<DbContext> open)
    {
        using var context = open();
        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "run src/Build/migration.sh");
    }

    [Test]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None);
        var before = Run("SELECT group_concat(name || sql) FROM sqlite_master");
        await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None);
        Assert.That(Run("SELECT group_concat(name || sql) FROM sqlite_master"), Is.EqualTo(before));
    }

    [Test]
    public async Task A_crisis_that_was_there_before_crises_had_a_state_is_open()
    {
        await using (var old = new CasesContext(SqliteContexts.Cases(Database)))
            await old.GetService<IMigrator>().MigrateAsync("AddNotices");
        Run("INSERT INTO cases_companies (tax_code, name) VALUES ('02843860012', 'Officine')");
        Run("INSERT INTO cases_crises (code, company_tax_code, opened_at, opened_by) VALUES ('CR-2026-0001', '02843860012', 0, 'regione-1')");

        await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None);

        Assert.That(Run("SELECT state FROM cases_crises"), Is.EqualTo("Open"));
    }

    [Test]
    public async Task A_schema_of_a_newer_version_stops_the_start()
    {
        await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None);
        Run("INSERT INTO engine_migrations VALUES ('29990101000000_Future', '99.0.0')");
        Assert.That(async () => await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None), Refused("newer version"));
    }

    [Test]
    public async Task A_locked_database_stops_the_start()
    {
        await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None);
        using var holder = new SqliteConnection($"Data Source={Database};Pooling=false");
        holder.Open();
        using var begin = holder.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        Assert.That(async () => await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None), Refused("locked by another program"));
    }

    [Test]
    public async Task A_program_that_died_while_it_changed_the_schema_stops_no_later_start()
    {
        // What EF Core leaves then: its lock, and a schema that is not up to date.
        Run("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        Run("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00')""");

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await SqliteStorage.MigrateAsync(Database, Options, limit.Token);

        Assert.That(Run("SELECT count(*) FROM engine_migrations"), Is.GreaterThan(0L));
    }

    [Test]
    public async Task Two_programs_that_start_at_once_change_the_schema_one_after_the_other()
    {
        var patient = Options with { StartPatience = TimeSpan.FromSeconds(60) };
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SqliteStorage.MigrateAsync(Database, patient, CancellationToken.None))));
        Assert.That(Run("SELECT count(*) - count(DISTINCT \"MigrationId\") FROM engine_migrations"), Is.Zero, "a migration ran twice");
        Assert.That(Run("SELECT count(*) FROM engine_migrations"), Is.Positive);
    }

    [Test]
    public void A_file_that_is_no_database_stops_the_start()
    {
        File.WriteAllText(Database, new string('x', 5000));
        Assert.That(async () => await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None), Refused("not a sound SQLite database"));
    }

    [Test]
    public async Task A_wrong_or_missing_master_key_stops_the_start()
    {
        await SqliteStorage.MigrateAsync(Database, Options, CancellationToken.None);
        await OpenAndCloseAsync(Options);
        if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(Options.MasterKeyFile!), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));

        var wrong = Options with { MasterKey = Convert.ToBase64String(new byte[32]) };
        Assert.That(async () => await OpenAndCloseAsync(wrong), Refused("Expected the master key that this database was made with"));
        Assert.That(async () => await OpenAndCloseAsync(Options with { MasterKey = "short" }), Refused("32 bytes in base64"));
        Assert.That(async () => await OpenAndCloseAsync(new StorageOptions()), Refused("found neither"));
        File.Delete(Options.MasterKeyFile!);
        Assert.That(async () => await OpenAndCloseAsync(Options), Refused("there is no such file"));
        Assert.That(File.Exists(Options.MasterKeyFile), Is.False, "no new key is made for an old database");
    }

    private async Task OpenAndCloseAsync(StorageOptions options)
    {
        using var gate = new SqliteWriteGate();
        await using var storage = await SqliteStorage.OpenAsync(Database, options, gate, new ManualTime(), ICrashPoints.None, CancellationToken.None);
    }

    private static NUnit.Framework.Constraints.Constraint Refused(string words) => Throws.TypeOf<StorageStartException>().With.Message.Contains(words);

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
