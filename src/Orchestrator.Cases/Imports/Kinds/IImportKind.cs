using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary>What one kind of file is and what becomes of its rows. Everything happens in the transaction of the context that is handed in.</summary>
internal interface IImportKind
{
    FileFormat Format { get; }

    /// <summary>An agency answers the rows afterwards; else <see cref="CheckAsync"/> has answered them when the upload ends.</summary>
    bool IsCheckedByAgency { get; }

    /// <summary>Answers every readable line: good or not, with what is to be said about it.</summary>
    Task CheckAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> lines, CancellationToken cancellation);

    /// <summary>Enters the good lines, counts them in the import and erases the values that stand elsewhere now.</summary>
    Task EnterAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> good, CancellationToken cancellation);
}
