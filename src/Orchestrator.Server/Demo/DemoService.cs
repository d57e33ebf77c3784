using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Demo;

/// <summary>At the first start in Development: the demo accounts with new passwords, one agreement that was signed a few days ago, and the sample crisis.</summary>
internal sealed class DemoService(IServiceProvider services, IConfiguration configuration, DemoResult result) : IHostedService
{
    // Invented: the number carries a right check digit and belongs to nobody of this name.
    private const string CompanyTaxCode = "10000000009";
    private const string Torino = "001272";
    private const int SignedDaysAgo = 3;
    private const int CigsMonths = 12;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue<bool>(DemoSetup.Off)) return;
        await using var scope = services.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<AccountBook>();
        if (await IsUnfinishedAsync(book, scope.ServiceProvider.GetRequiredService<CaseDesk>(), cancellationToken))
        {
            await MakeAccountsAsync(book, cancellationToken);
            await RegisterAgreementAsync(scope.ServiceProvider, cancellationToken);
        }
        if (configuration.GetValue(DemoSetup.Sample, true) && await HasDemoAccountsAsync(book, cancellationToken))
            result.Crisis = await scope.ServiceProvider.GetRequiredService<DemoCrisis>().LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The agreement comes last. A first start that was interrupted before it is begun again: nobody has seen the passwords that it made.
    private static async Task<bool> IsUnfinishedAsync(AccountBook book, CaseDesk desk, CancellationToken cancellation)
    {
        var names = await book.NamesAsync(DemoAccounts.All.Count + 1, cancellation);
        if (names.Count == 0) return true;
        var demo = DemoAccounts.All.Select(one => one.Account.UserName).ToHashSet(StringComparer.Ordinal);
        return names.All(demo.Contains) && (await desk.ListAgreementsAsync(0, 1, cancellation)).Count == 0;
    }

    // A database that somebody fills with accounts of their own gets no invented people.
    private static async Task<bool> HasDemoAccountsAsync(AccountBook book, CancellationToken cancellation)
    {
        const int NamesMax = 1_000;
        var names = await book.NamesAsync(NamesMax, cancellation);
        return DemoAccounts.All.All(one => names.Contains(one.Account.UserName));
    }

    private async Task MakeAccountsAsync(AccountBook book, CancellationToken cancellation)
    {
        // One password for all, where somebody sets it (a training room, the browser tests); otherwise a new one for each.
        var given = configuration["Demo:Password"];
        foreach (var (account, what) in DemoAccounts.All)
        {
            await book.RemoveAsync(account.UserName);
            var password = given ?? AccountBook.NewPassword();
            if (await book.CreateAsync(account, password, cancellation) is { } reasons)
                throw new Hosting.StartRefusedException($"Expected to make the demo account {account.UserName}, but: {string.Join(' ', reasons)} Set Demo:Off=true to start without them.");
            result.Accounts.Add((account.UserName, password, what));
        }
    }

    private static async Task RegisterAgreementAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var world = services.GetRequiredService<FeelWorld>();
        var signed = world.Today().AddDays(-SignedDaysAgo);
        var draft = new AgreementDraft(
            null, "Officine Esempio S.p.A.", CompanyTaxCode, Torino, signed, "ministero", "crisi", signed.AddDays(-20), signed.AddMonths(CigsMonths),
            [new("Montaggio", "Operaio montatore", 12), new("Magazzino", "Addetto alla logistica", 5)])
        {
            Notes = "Accordo di esempio, creato al primo avvio in ambiente di sviluppo.",
        };
        var acting = new ActingUser("regione", "Renata Regione", ["regione"], [Roles.Operator]);
        var registered = await services.GetRequiredService<IAgreements>().RegisterAsync(acting, Guid.CreateVersion7(), draft, cancellation);
        if (registered.Refusal is { } refusal)
        {
            var fields = string.Join(' ', refusal.Fields.Select(field => $"{field.Path}: {field.Message}"));
            throw new Hosting.StartRefusedException($"Expected to register the sample agreement, but: {refusal.Message} {fields} Set Demo:Off=true to start without it.");
        }
    }
}
