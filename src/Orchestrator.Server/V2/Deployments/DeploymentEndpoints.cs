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

    public static void Map(IEndpointRouteBuilder v2) => v2.MapPost("/deployments", DeployAsync)
        .RequireAuthorization(Rights.Deploy).Accepts<IFormFileCollection>("multipart/form-data").Produces<DeploymentResult>();

    private static async Task<IResult> DeployAsync(HttpContext context, DeploymentDesk deployments, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Expected multipart/form-data with files under the name resources.");
        var form = await context.Request.ReadFormAsync(cancellation);
        Tenants.Check(form["tenantId"].ToString());
        var files = form.Files.GetFiles("resources");
        if (files.Count is 0 or > FilesMax) throw new InvalidRequestException("resources", $"Expected 1 to {FilesMax} files under the name resources, but found {files.Count}.");
        var resources = new List<DeploymentResource>(files.Count);
        foreach (var file in files) resources.Add(await ReadAsync(file, cancellation));
        if (resources.Select(resource => resource.Name).Distinct().Count() < resources.Count) throw new InvalidRequestException("resources", "Expected files with different names.");
        var result = await deployments.DeployAsync(resources, CurrentUser.Of(context.User).UserName, cancellation);
        return result.Deployment is { } deployment ? TypedResults.Ok(Answer(deployment)) : Refuse(result);
    }

    private static async Task<DeploymentResource> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return new(file.FileName, WorkflowFolder.KindOf(file.FileName) ?? ResourceKind.Other, await reader.ReadToEndAsync(cancellation));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidRequestException("resources", $"Expected {file.FileName} to be a text in UTF-8, but it is not.");
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
        var forms = deployment.Forms.Select(form => new DeployedItem
        {
            Form = new(form.FormId, DerivedKeys.Of("form", $"{deployment.Key} {form.FormId}"), 1, form.ResourceName),
        });
        var others = deployment.Resources.Where(resource => resource.Kind == ResourceKind.Other).Select(resource => new DeployedItem
        {
            Resource = new(resource.Name, DerivedKeys.Of("resource", $"{deployment.Key} {resource.Name}"), 1, resource.Name),
        });
        return new(Keys.Text(deployment.Key), [.. processes, .. forms, .. others]);
    }
}
