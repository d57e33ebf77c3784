using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Bookings;

/// <summary>Choices of providers: one holds, the others are superseded.</summary>
internal static class ChoiceBook
{
    /// <summary>Keeps <paramref name="choice"/> in place of the one that held.</summary>
    public static async Task AddAsync(CasesContext context, ProviderChoice choice, CancellationToken cancellation)
    {
        foreach (var before in await context.ProviderChoices.Where(row => row.CaseId == choice.CaseId && row.SupersededAt == null).ToListAsync(cancellation))
            before.SupersededAt = choice.RecordedAt;
        context.ProviderChoices.Add(choice);
    }

    /// <summary>What the process of the case is told.</summary>
    public static Notice NoticeOf(ProviderChoice choice, string actor, DateTimeOffset now) =>
        CaseMessages.About(
            choice.Id, "ProviderChosen", choice.CaseId,
            new JsonObject
            {
                ["providerType"] = ProviderTypeName.Of(choice.Type),
                ["provider"] = choice.Provider,
                ["site"] = choice.Site,
                ["chosenAt"] = CaseMessages.Iso(choice.ChosenAt),
                ["firstAppointment"] = choice.FirstAppointment is { } first ? CaseMessages.Iso(first) : null,
            },
            actor, now);
}
