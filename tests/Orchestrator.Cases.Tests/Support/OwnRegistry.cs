using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Support;

/// <summary>A registry on a database of its own, with the reference data and a clock that stands still.</summary>
internal sealed class OwnRegistry : IDbContextFactory<CasesContext>, IDisposable
{
    public static readonly AccessReason Reason = new("test", "a test");
    private static readonly Lazy<Task<string>> s_empty = new(MakeEmptyAsync);
    private readonly Action<DbContextOptionsBuilder> _configure;
    private readonly Action _drop;
    private readonly List<IInterceptor> _interceptors = [];

    public OwnRegistry(Action<DbContextOptionsBuilder> configure, Action drop)
    {
        (_configure, _drop) = (configure, drop);
        Registry = new CaseRegistry(this, Clock, new OpenCasesWriteGate());
        Desk = new CaseDesk(this, Clock, new OpenCasesWriteGate());
    }

    public StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero));

    public CaseRegistry Registry { get; }

    public CaseDesk Desk { get; }

    /// <summary>On a SQLite file: a copy of one that holds the reference data and nothing else.</summary>
    public static async Task<OwnRegistry> CreateAsync()
    {
        var file = NewFile();
        File.Copy(await s_empty.Value, file);
        return OnFile(file);
    }

    /// <summary>Makes the tables and loads the reference data.</summary>
    public async Task PrepareAsync()
    {
        await using var context = CreateDbContext();
        await context.Database.EnsureCreatedAsync();
        await ReferenceLoader.LoadAsync(context, CancellationToken.None);
    }

    /// <summary>Everything that is done until the result is disposed passes <paramref name="interceptor"/>.</summary>
    public IDisposable With(IInterceptor interceptor)
    {
        _interceptors.Add(interceptor);
        return new Removal(() => _interceptors.Remove(interceptor));
    }

    public CasesContext CreateDbContext()
    {
        var builder = new DbContextOptionsBuilder<CasesContext>();
        _configure(builder);
        return new(builder.AddInterceptors(_interceptors).Options);
    }

    public async Task<AgreementView> AgreementAsync(string? crisis = null, string taxCode = "02843860012") =>
        (await Desk.RegisterAgreementAsync(SampleForms.Registration() with { Crisis = crisis, CompanyTaxCode = taxCode }, "regione-1", CancellationToken.None)).Value!;

    public void Dispose() => _drop();

    /// <summary>Deletes the file that the others were copied from.</summary>
    public static async Task ForgetEmptyAsync()
    {
        SqliteConnection.ClearAllPools();
        if (s_empty.IsValueCreated)
            File.Delete(await s_empty.Value);
    }

    private static async Task<string> MakeEmptyAsync()
    {
        var file = NewFile();
        var made = OnFile(file);
        await made.PrepareAsync();
        await using var context = made.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"cases-{Guid.NewGuid():N}.db");

    private static OwnRegistry OnFile(string file) => new(
        builder => builder.UseSqlite($"Data Source={file}"),
        () =>
        {
            SqliteConnection.ClearAllPools();
            File.Delete(file);
        });

    private sealed class Removal(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
