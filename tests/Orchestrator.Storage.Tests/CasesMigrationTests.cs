using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Orchestrator.Cases;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Storage.Sqlite;

namespace Orchestrator.Storage.Tests;

/// <summary>What a registry holds when its schema changes is there afterwards.</summary>
[TestFixture]
public sealed class CasesMigrationTests
{
    private const string Before = "AddNotices";
    private const string Import = "AAAAAAAA-0000-4000-8000-000000000001";
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-cases-").FullName;

    [TearDown]
    public void DeleteFolder()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task What_belonged_to_an_agreement_belongs_to_its_crisis_on_SQLite()
    {
        await using var context = new CasesContext(SqliteContexts.Cases(Path.Combine(_folder, "cases.db")));
        await FillAndMigrateAsync(context, "0");
        Assert.That(await context.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(), Is.Empty);
    }

    [Test]
    [Category("Slow")]
    public async Task What_belonged_to_an_agreement_belongs_to_its_crisis_on_PostgreSQL()
    {
        var server = Environment.GetEnvironmentVariable("ORCHESTRATOR_TEST_POSTGRES") ?? "";
        if (server.Length == 0) Assert.Ignore("SKIPPED: no PostgreSQL: ORCHESTRATOR_TEST_POSTGRES is not set (tests/run.sh starts a server and sets it).");
        await using var admin = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await admin.OpenAsync();
        await RunAsync(admin, "DROP DATABASE IF EXISTS cases_migration WITH (FORCE)");
        await RunAsync(admin, "CREATE DATABASE cases_migration");
        try
        {
            await using var context = new CasesContext(PostgreSqlContexts.Cases($"{server};Database=cases_migration;Pooling=false"));
            await FillAndMigrateAsync(context, "false");
        }
        finally
        {
            await RunAsync(admin, "DROP DATABASE IF EXISTS cases_migration WITH (FORCE)");
        }
    }

    private static async Task FillAndMigrateAsync(CasesContext context, string no)
    {
        var migrator = context.Database.GetService<IMigrator>();
        await migrator.MigrateAsync(Before);
        foreach (var row in new[]
        {
            "INSERT INTO cases_companies (tax_code, name) VALUES ('02843860012', 'Zibrella')",
            "INSERT INTO cases_crises (code, company_tax_code, opened_at, opened_by) VALUES ('CR-2026-0001', '02843860012', 1, 'x')",
            "INSERT INTO cases_agreements (code, crisis_code, request, signing_date, signing_place, ground, cigs_from, cigs_to, registered_at, registered_by, version) "
                + $"VALUES ('AG-CR-2026-0001-1', 'CR-2026-0001', '{Import}', '2026-03-02', 'Ministry', 'Reorganisation', '2026-03-01', '2027-02-28', 1, 'x', 1)",
            "INSERT INTO cases_imports (id, agreement_code, file_name, content_hash, uploaded_at, uploaded_by, state, row_count, bad_count, good_count, warned_count, version, created_count, existing_count) "
                + $"VALUES ('{Import}', 'AG-CR-2026-0001-1', 'lavoratori.csv', 'x', 1, 'x', 'Staged', 1, 1, 0, 0, 1, 0, 0)",
            $"INSERT INTO cases_staged_workers (import_id, row_number, broken, \"values\", is_good) VALUES ('{Import}', 2, {no}, '{{{{\"nome\":\"Orsola\"}}}}', {no})",
            $"INSERT INTO cases_row_findings (import_id, row_number, position, field, code, severity, message) VALUES ('{Import}', 2, 1, 'nome', 'TOO_LONG', 'Error', 'x')",
            $"INSERT INTO cases_sessions (session_id, agreement_code, purpose, starts_at, duration_minutes, capacity, cancelled, version) VALUES ('S1', 'AG-CR-2026-0001-1', 'presentazione', 1, 60, 10, {no}, 1)",
        })
            await context.Database.ExecuteSqlRawAsync(row);

        await migrator.MigrateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(One(context, "SELECT kind || ' ' || crisis_code || ' ' || agreement_code AS \"Value\" FROM cases_imports"), Is.EqualTo("Workers CR-2026-0001 AG-CR-2026-0001-1"));
            Assert.That(One(context, "SELECT crisis_code AS \"Value\" FROM cases_sessions"), Is.EqualTo("CR-2026-0001"));
            Assert.That(One(context, "SELECT \"values\" AS \"Value\" FROM cases_staged_rows"), Is.EqualTo("{\"nome\":\"Orsola\"}"));
            Assert.That(One(context, "SELECT code AS \"Value\" FROM cases_row_findings"), Is.EqualTo("TOO_LONG"));
        });
    }

    private static string One(CasesContext context, string sql) => context.Database.SqlQueryRaw<string>(sql).AsEnumerable().Single();

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The statements are those of this class.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
