namespace Orchestrator.Server.Demo;

/// <summary>What exists in Development alone.</summary>
internal static class DemoSetup
{
    /// <summary>Setting that keeps a Development start empty: tests make what they need themselves.</summary>
    public const string Off = "Demo:Off";

    public static void AddDemo(this IServiceCollection services, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return;
        services.AddSingleton<DemoResult>();
        services.AddHostedService<DemoService>();
    }
}

/// <summary>The accounts that this start made, with their passwords: printed once and kept nowhere.</summary>
internal sealed class DemoResult
{
    public List<(string Name, string Password, string What)> Accounts { get; } = [];
}
