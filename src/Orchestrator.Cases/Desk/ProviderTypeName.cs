namespace Orchestrator.Cases.Desk;

/// <summary>The names by which forms and messages call a <see cref="ProviderType"/>.</summary>
public static class ProviderTypeName
{
    private const string Centre = "CPI";
    private const string PrivateOperator = "operatore privato";

    /// <summary>Both names, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } = [Centre, PrivateOperator];

    /// <summary>The name of <paramref name="type"/>.</summary>
    public static string Of(ProviderType type) => type == ProviderType.Centre ? Centre : PrivateOperator;

    /// <summary>The type called <paramref name="name"/>, or null.</summary>
    public static ProviderType? Read(string? name) => name?.Trim() switch
    {
        Centre => ProviderType.Centre,
        PrivateOperator => ProviderType.PrivateOperator,
        _ => null,
    };
}
