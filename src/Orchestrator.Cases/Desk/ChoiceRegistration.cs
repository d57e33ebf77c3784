namespace Orchestrator.Cases.Desk;

/// <summary>A worker whose booking was approved has chosen a provider.</summary>
/// <param name="Request">Made by the form: the same request sent twice is recorded once.</param>
/// <param name="Case">Opaque id.</param>
/// <param name="ProviderType">One of <see cref="ProviderTypeName.All"/>.</param>
/// <param name="Provider">Tax code of the private operator; ignored for a centre, which is the one of the case.</param>
/// <param name="Site">ISTAT code of the site's municipality; null for the only one.</param>
/// <param name="ChosenAt">Not in the future.</param>
/// <param name="FirstAppointment">Not before the choice; null when not fixed yet.</param>
public sealed record ChoiceRegistration(
    Guid Request, string Case, string ProviderType, string? Provider, string? Site, DateTimeOffset ChosenAt, DateTimeOffset? FirstAppointment);
