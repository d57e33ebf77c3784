using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Orchestrator.Cases.Tests.Support;

/// <summary>Makes a registry on either database. PostgreSQL is the server that <c>ORCHESTRATOR_TEST_POSTGRES</c> names; <c>tests/run.sh</c> starts one.</summary>
internal static class Databases
{
    private const string Variable = "ORCHESTRATOR_TEST_POSTGRES";
    private const string Empty = "cases_empty";
    private static readonly Lazy<Task> s_empty = new(MakeEmptyAsync);

    public static Task<OwnRegistry> CreateAsync(Database database) => database == Database.Sqlite ? OwnRegistry.CreateAsync() : CreateOnServerAsync();

    /// <summary>Deletes the database that the others were copied from.</summary>
    public static void Forget()
    {
        if (s_empty.IsValueCreated)
            Drop(Empty);
    }

    private static async Task<OwnRegistry> CreateOnServerAsync()
    {
        if (Server.Length == 0)
            Assert.Ignore($"SKIPPED: no PostgreSQL: {Variable} is not set (tests/run.sh starts a server and sets it).");
        await s_empty.Value;
        var name = $"cases_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name} TEMPLATE {Empty}");
        return On(name);
    }

    private static async Task MakeEmptyAsync()
    {
        Drop(Empty);
        Execute($"CREATE DATABASE {Empty}");
        await On(Empty).PrepareAsync();
        NpgsqlConnection.ClearAllPools(); // a template must have no connection
    }

    private static OwnRegistry On(string name) => new(builder => builder.UseNpgsql($"{Server};Database={name}"), () => Drop(name));

    private static void Drop(string name) => Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // Names come from this class.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Server => Environment.GetEnvironmentVariable(Variable) ?? "";
}
