using Orchestrator.Cases;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using ImportSummary = Orchestrator.Contracts.Client.ImportSummary;

namespace Orchestrator.Server.Client;

/// <summary>Files of every kind. A list of workers goes the way of <see cref="IAgreements"/>, so that its processes are told; the others are answered row by row at the upload.</summary>
internal sealed class Imports(CaseDesk desk, IAgreements agreements, CaseNames names) : IImports
{
    private const int FilesMax = 50;

    public async Task<Outcome<ImportOffer>> OfferAsync(ActingUser user, CancellationToken cancellation)
    {
        var readable = FileKinds.All.Select(FileKinds.Of).Where(kind => CaseRights.MayReadImport(user, kind)).ToList();
        if (readable.Count == 0) return MayNot();
        List<FileKind> kinds = [.. FileKinds.All.Where(kind => CaseRights.MayUpload(user, FileKinds.Of(kind)))];
        var files = await desk.LatestImportsAsync(readable, FilesMax, cancellation);
        await names.LearnAsync(files.Select(file => file.UploadedBy), cancellation);
        var summaries = new List<ImportSummary>(files.Count);
        foreach (var file in files) summaries.Add(AgreementDrafts.Summary(file, await names.PersonAsync(file.UploadedBy, cancellation) ?? file.UploadedBy));
        var known = kinds.Count == 0 ? [] : await desk.ListAgreementsAsync(0, CaseLimits.PageRowsMax, cancellation);
        return new ImportOffer(summaries, kinds, [.. known.Select(agreement => new AgreementChoice(agreement.Agreement, $"{agreement.Agreement} – {agreement.CompanyName}"))]);
    }

    public async Task<Outcome<ImportReport>> UploadAsync(ActingUser user, Guid request, FileUpload upload, CancellationToken cancellation)
    {
        var kind = FileKinds.Of(upload.Kind);
        if (!CaseRights.MayUpload(user, kind)) return MayNot();
        var agreement = FileUpload.HasOwner(upload.Kind) ? upload.AgreementKey : null;
        if (upload.Kind == FileKind.Workers && agreement is not null) return await agreements.UploadWorkersAsync(user, request, agreement, upload.File, cancellation);
        try
        {
            var uploaded = await desk.UploadAsync(new(request, agreement, upload.File.FileName, upload.File.Content) { Kind = kind }, user.UserName, cancellation);
            return uploaded.Value is { } import ? await agreements.ReportAsync(user, import.Import, new(false, 0, FilesMax), cancellation) : Refused.From(uploaded.Problems);
        }
        catch (RegistryRefusedException refused)
        {
            return Refused.From(refused);
        }
    }

    private static Refusal MayNot() => Refused.NotAllowed("Expected an operator who brings files of this kind: the Region, the agency's central office, or ANPAL Servizi for decisions.");
}
