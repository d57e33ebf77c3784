using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Hosting;
using Orchestrator.Hosting.Composition;
using Orchestrator.Storage;

namespace Orchestrator.Cli;

/// <summary>The configured database, opened without anything that runs by itself. The settings are the server's: files, environment, and the options below.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OpenDatabase(ServiceProvider services) => _services = services;

    /// <summary>The options of every verb that opens the database.</summary>
    public static IReadOnlyList<Option> Options { get; } =
    [
        new("--data", "FOLDER", "The data folder; the server's setting DataFolder otherwise."),
        new("--connection", "TEXT", "Connection string of a PostgreSQL database instead of the SQLite file."),
    ];

    public IServiceProvider Services => _services;

    public EngineRuntime Runtime => _services.GetRequiredService<EngineRuntime>();

    /// <exception cref="UsageException">The database cannot be opened; one sentence says why.</exception>
    public static async Task<OpenDatabase> OpenAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(terminal.Folder)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Given(arguments))
            .Build();
        try
        {
            var services = new ServiceCollection();
            services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.None));
            services.AddFoundation(configuration, terminal.Folder);
            var opened = new OpenDatabase(services.BuildServiceProvider());
            await opened.Runtime.OpenAsync(cancellation);
            return opened;
        }
        catch (Exception refused) when (refused is StartRefusedException or StorageStartException)
        {
            throw new UsageException(refused.Message);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Dictionary<string, string?> Given(Arguments arguments)
    {
        var given = new Dictionary<string, string?>();
        if (arguments.Value("--data") is { } data) given["DataFolder"] = data;
        if (arguments.Value("--connection") is { } connection)
        {
            given["Database:Provider"] = "postgresql";
            given["Database:ConnectionString"] = connection;
        }
        return given;
    }
}
