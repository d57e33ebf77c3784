using Orchestrator.Contracts.Client;
using Orchestrator.Diagnostics;
using Orchestrator.Engine.Deployments;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>Reads a draft as a deployment would, with the latest of all other folders beside it.</summary>
internal sealed class DraftCompiler(DefinitionFolders folders)
{
    /// <summary>Errors anywhere, and warnings of the draft's own files; errors first.</summary>
    public IReadOnlyList<DraftRemark> Check(string folder, IReadOnlyList<DefinitionFile> files)
    {
        var compiled = DeploymentCompiler.Compile(folders.SetWith(folder, files));
        return
        [
            .. compiled.Diagnostics
                .Where(one => one.Descriptor.Severity == Severity.Error || DefinitionFolders.FolderOf(one.Source.Path) == folder)
                .OrderByDescending(one => one.Descriptor.Severity)
                .Select(one => Remark(folder, one)),
        ];
    }

    private static DraftRemark Remark(string folder, Diagnostic one)
    {
        var file = DefinitionFolders.FolderOf(one.Source.Path) == folder ? DefinitionFolders.NameIn(folder, one.Source.Path) : one.Source.Path;
        return new(file, one.Position.Line, one.Position.Column, one.Descriptor.Code, one.Descriptor.Severity == Severity.Error, DiagnosticWords.MessageOf(one), DiagnosticWords.RemedyOf(one), one.Element);
    }
}
