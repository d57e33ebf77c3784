using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Support;

/// <summary>A registry on a SQLite file of its own, with the reference data and a clock that stands still.</summary>
internal sealed class RegistryOnFile : IDbContextFactory<CasesContext>, IDisposable
{
    public static readonly AccessReason Reason = new("test", "a test");
    private static readonly Lazy<Task<string>> s_empty = new(MakeEmptyAsync);
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"cases-{Guid.NewGuid():N}.db");
    private readonly List<IInterceptor> _interceptors = [];

    private RegistryOnFile()
    {
        Registry = new CaseRegistry(this, Clock, new OpenCasesWriteGate());
        Desk = new CaseDesk(this, Clock, new OpenCasesWriteGate());
    }

    public StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero));

    public CaseRegistry Registry { get; }

    public CaseDesk Desk { get; }

    /// <summary>A copy of a database that holds the reference data and nothing else.</summary>
    public static async Task<RegistryOnFile> CreateAsync()
    {
        var made = new RegistryOnFile();
        File.Copy(await s_empty.Value, made._file);
        return made;
    }

    /// <summary>Everything that is done until the result is disposed passes <paramref name="interceptor"/>.</summary>
    public IDisposable With(IInterceptor interceptor)
    {
        _interceptors.Add(interceptor);
        return new Removal(() => _interceptors.Remove(interceptor));
    }

    public CasesContext CreateDbContext() =>
        new(new DbContextOptionsBuilder<CasesContext>().UseSqlite($"Data Source={_file}").AddInterceptors(_interceptors).Options);

    public async Task<AgreementView> AgreementAsync(string? crisis = null, string taxCode = "02843860012") =>
        (await Desk.RegisterAgreementAsync(Samples.Registration() with { Crisis = crisis, CompanyTaxCode = taxCode }, "regione-1", CancellationToken.None)).Value!;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    /// <summary>Deletes the database that the others were copied from.</summary>
    public static async Task ForgetEmptyAsync()
    {
        SqliteConnection.ClearAllPools();
        if (s_empty.IsValueCreated)
            File.Delete(await s_empty.Value);
    }

    private static async Task<string> MakeEmptyAsync()
    {
        var made = new RegistryOnFile();
        await using var context = made.CreateDbContext();
        await context.Database.EnsureCreatedAsync();
        await ReferenceLoader.LoadAsync(context, CancellationToken.None);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return made._file;
    }

    private sealed class Removal(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
