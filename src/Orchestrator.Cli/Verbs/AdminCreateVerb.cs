using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;
using Orchestrator.Hosting.Accounts;

namespace Orchestrator.Cli.Verbs;

/// <summary>Makes an account: the first administrator of a new installation, or a service account.</summary>
internal static class AdminCreateVerb
{
    private static readonly string[] s_roles = [Roles.Admin, Roles.Designer, Roles.Operator, Roles.Supervisor, Roles.Auditor, Roles.Worker];

    public static readonly Verb Verb = new("admin create", "NAME [--role ROLE,…] [--group GROUP,…]", "Makes an account, an administrator when no role is given.",
        [
            new("--role", "ROLE,…", $"Any of {string.Join(", ", s_roles)}; admin when it is missing."),
            new("--group", "GROUP,…", "Candidate groups, such as apl or cpi:15."),
            new("--display-name", "TEXT", "The name shown to people; NAME when it is missing."),
            new("--password-stdin", null, "Reads the password from the first line of standard input; otherwise one is made and printed."),
            .. OpenDatabase.Options,
        ], RunAsync)
    {
        Details = "A password that was made is printed once and kept nowhere. Exit code 1 when the account could not be made.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var name = arguments.Single("a name");
        var roles = Listed(arguments.Value("--role")) is { Count: > 0 } given ? given : [Roles.Admin];
        if (roles.FirstOrDefault(role => !s_roles.Contains(role)) is { } unknown) throw new UsageException($"Expected roles of {string.Join(", ", s_roles)}, but found {unknown}.");
        var typed = arguments.Has("--password-stdin") ? await terminal.In.ReadLineAsync(cancellation) ?? "" : null;
        var password = typed ?? AccountBook.NewPassword();

        await using var database = await OpenDatabase.OpenAsync(arguments, terminal, cancellation);
        await using var scope = database.Services.CreateAsyncScope();
        var account = new NewAccount(name, arguments.Value("--display-name") ?? name, roles, Listed(arguments.Value("--group")));
        if (await scope.ServiceProvider.GetRequiredService<AccountBook>().CreateAsync(account, password, cancellation) is { } reasons)
        {
            foreach (var reason in reasons) terminal.Error.WriteLine(reason);
            return ExitCode.Found;
        }
        terminal.Out.WriteLine(typed is null ? $"{name} {password}" : name);
        return ExitCode.Fine;
    }

    private static List<string> Listed(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
