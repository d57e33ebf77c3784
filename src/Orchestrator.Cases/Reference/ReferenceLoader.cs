using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Reference;

/// <summary>Brings the reference tables of the database to the state of the files that the assembly carries.</summary>
public static class ReferenceLoader
{
    /// <summary>
    /// Adds missing rows and corrects changed ones, in one transaction; rows that the files do not know stay. Called at start, after the migrations; harmless to
    /// repeat. Two nodes that start together may meet on the same key: the later one fails and is simply called again.
    /// </summary>
    public static async Task LoadAsync(CasesContext context, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var centres = await context.Centres.ToDictionaryAsync(row => row.Code, cancellation);
        foreach (var wanted in ReferenceTables.ReadCentres())
        {
            if (centres.TryGetValue(wanted.Code, out var present))
                (present.Name, present.Province) = (wanted.Name, wanted.Province);
            else
                context.Centres.Add(wanted);
        }

        var municipalities = await context.Municipalities.ToDictionaryAsync(row => (row.IstatCode, row.ValidFrom), cancellation);
        foreach (var wanted in ReferenceTables.ReadMunicipalities())
        {
            if (municipalities.TryGetValue((wanted.IstatCode, wanted.ValidFrom), out var present))
                Correct(present, wanted);
            else
                context.Municipalities.Add(wanted);
        }
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static void Correct(Municipality present, Municipality wanted)
    {
        present.ValidTo = wanted.ValidTo;
        present.Name = wanted.Name;
        present.Province = wanted.Province;
        present.Belfiore = wanted.Belfiore;
        present.CentreCode = wanted.CentreCode;
    }
}
