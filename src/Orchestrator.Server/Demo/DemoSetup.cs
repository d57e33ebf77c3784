namespace Orchestrator.Server.Demo;

/// <summary>What exists in Development alone.</summary>
internal static class DemoSetup
{
    /// <summary>Setting that keeps a Development start empty: tests make what they need themselves.</summary>
    public const string Off = "Demo:Off";

    /// <summary>Setting that keeps the sample crisis out.</summary>
    public const string Sample = "Demo:Sample";

    public static void AddDemo(this IServiceCollection services, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return;
        services.AddSingleton<DemoResult>();
        services.AddScoped<DemoCrisis>();
        services.AddHostedService<DemoService>();
    }
}

/// <summary>What this start made: accounts with their passwords, printed once and kept nowhere, and the sample crisis.</summary>
internal sealed class DemoResult
{
    public List<(string Name, string Password, string What)> Accounts { get; } = [];

    /// <summary>The sample crisis, when this start loaded it.</summary>
    public string? Crisis { get; set; }
}
