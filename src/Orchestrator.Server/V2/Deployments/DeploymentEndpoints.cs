using System.Text;
using Orchestrator.Diagnostics;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.V2.Deployments;

/// <summary>Publishing definitions: whole or not at all.</summary>
internal static class DeploymentEndpoints
{
    private const int FilesMax = 500;
    private const int FileNameCharsMax = 255;

    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    public static void Map(IEndpointRouteBuilder v2) => v2.MapPost("/deployments", DeployAsync).Described("createDeployment", "Publishes files as one deployment, whole or not at all; the same content again is the deployment that exists.")
        .RequireAuthorization(Rights.Deploy).Accepts<IFormFileCollection>("multipart/form-data").Produces<DeploymentResult>();

    private static async Task<IResult> DeployAsync(HttpContext context, DeploymentDesk deployments, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Expected multipart/form-data with files under the name resources.");
        var form = await ReadFormAsync(context.Request, cancellation);
        Tenants.Check(form["tenantId"].ToString());
        var files = form.Files.GetFiles("resources");
        if (files.Count is 0 or > FilesMax) throw new InvalidRequestException("resources", $"Expected 1 to {FilesMax} files under the name resources, but found {files.Count}.");
        var resources = new List<DeploymentResource>(files.Count);
        foreach (var file in files) resources.Add(await ReadAsync(file, cancellation));
        if (resources.Select(resource => resource.Name).Distinct().Count() < resources.Count) throw new InvalidRequestException("resources", "Expected files with different names.");
        var result = await deployments.DeployAsync(resources, CurrentUser.Of(context.User).UserName, cancellation);
        return result.Deployment is { } deployment ? TypedResults.Ok(Answer(deployment)) : Refuse(result);
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new InvalidRequestException("resources", "Expected a whole body of multipart/form-data with its boundary, but it is broken or cut off.");
        }
    }

    private static async Task<DeploymentResource> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        var name = NameOf(file.FileName);
        using var content = new MemoryStream(checked((int)file.Length));
        await file.CopyToAsync(content, cancellation);
        return new(name, WorkflowFolder.KindOf(name) ?? ResourceKind.Other, TextOf(name, content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    // The name is kept for ever, shown, and written to a folder when somebody exports what is deployed.
    private static string NameOf(string name)
    {
        if (name.Length is 0 or > FileNameCharsMax || name.Any(char.IsControl) || name.Contains('\\', StringComparison.Ordinal) || name.Split('/') is var parts && parts.Any(part => part is "" or "." or ".."))
            throw new InvalidRequestException("resources", $"Expected file names of 1 to {FileNameCharsMax} characters below the folder of the deployment, such as case/case.bpmn, without '..'.");
        return name;
    }

    private static string TextOf(string name, ReadOnlySpan<byte> content)
    {
        try
        {
            return s_utf8.GetString(content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidRequestException("resources", $"Expected {name} to be a text in UTF-8, but it is not: save it as UTF-8.");
        }
    }

    private static IResult Refuse(DeployResult result)
    {
        if (result.Rejection is { } rejection) return Problems.From(rejection);
        var errors = result.Diagnostics.Where(one => one.Descriptor.Severity == Severity.Error).ToList();
        return Problems.Invalid(
            $"Nothing was deployed: {errors.Count} errors. {errors[0]}",
            [.. errors.Select(error => new WrongField(error.Element is null ? error.Source.Path : $"{error.Source.Path}#{error.Element}", error.ToString()))]);
    }

    private static DeploymentResult Answer(DeploymentRecord deployment)
    {
        var processes = deployment.Definitions.Select(definition => new DeployedItem
        {
            ProcessDefinition = new(definition.ProcessId, Keys.Text(definition.Key), definition.Version, definition.ResourceName),
        });
        var decisions = deployment.DecisionModels.SelectMany(model => model.Decisions.Select(decision => new DeployedItem
        {
            DecisionDefinition = new(decision.DecisionId, decision.Version, decision.Name, model.ModelId, Keys.Text(decision.Key), Keys.Text(model.Key)),
        }));
        var models = deployment.DecisionModels.Select(model => new DeployedItem
        {
            DecisionRequirements = new(model.ModelId, model.Name, model.Version, model.ResourceName, Keys.Text(model.Key)),
        });
        var forms = deployment.Forms.Select(form => new DeployedItem
        {
            Form = new(form.FormId, DerivedKeys.Of("form", $"{deployment.Key} {form.FormId}"), 1, form.ResourceName),
        });
        var others = deployment.Resources.Where(resource => resource.Kind == ResourceKind.Other).Select(resource => new DeployedItem
        {
            Resource = new(resource.Name, DerivedKeys.Of("resource", $"{deployment.Key} {resource.Name}"), 1, resource.Name),
        });
        return new(Keys.Text(deployment.Key), [.. processes, .. decisions, .. models, .. forms, .. others]);
    }
}
