using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client.Absences;

/// <summary>Who is absent on the day in Rome on which the request is answered. Asked once per request.</summary>
internal sealed class AbsentToday(ISubstitutionStore store, FeelWorld world, CaseNames names)
{
    private Dictionary<string, Substitution>? _byPerson;

    /// <summary>The absence of this person, or null when they are here.</summary>
    public async Task<Substitution?> OfAsync(string person, CancellationToken cancellation) => (await AllAsync(cancellation)).GetValueOrDefault(person);

    /// <summary>The absences in which this account stands in. Who is absent themselves stands in for nobody.</summary>
    public async Task<IReadOnlyList<Substitution>> StandsInForAsync(string account, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        return all.ContainsKey(account) ? [] : [.. all.Values.Where(one => one.Substitute == account)];
    }

    /// <summary>All of them, by person.</summary>
    public async Task<IReadOnlyDictionary<string, Substitution>> AllAsync(CancellationToken cancellation)
    {
        if (_byPerson is not null) return _byPerson;
        var today = world.Today();
        return _byPerson = (await store.FromAsync(today, cancellation)).Where(one => one.Holds(today)).ToDictionary(one => one.Person, StringComparer.Ordinal);
    }

    /// <summary>Who stands in today; null when nobody was named, or they are absent too.</summary>
    public async Task<string?> SubstituteOfAsync(string person, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        return all.GetValueOrDefault(person)?.Substitute is { } substitute && !all.ContainsKey(substitute) ? substitute : null;
    }

    /// <summary>As pages tell it of who has a task; null when they are here.</summary>
    public async Task<HolderAbsence?> ToldAsync(string? person, CancellationToken cancellation)
    {
        if (person is null || await OfAsync(person, cancellation) is not { } absence) return null;
        var substitute = await SubstituteOfAsync(person, cancellation);
        return new(absence.LastDay, await names.PersonAsync(substitute, cancellation) ?? substitute);
    }
}
