using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Api;

/// <summary>What the description says of one operation beside its own shapes: who may, how it is refused, and whether it may be repeated.</summary>
internal sealed class ApiOperation : IOpenApiOperationTransformer
{
    private const string FormData = "multipart/form-data";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var open = metadata.OfType<IAllowAnonymous>().Any();
        var policy = metadata.OfType<IAuthorizeData>().Select(demand => demand.Policy).LastOrDefault(name => name is not null);
        var repeatable = metadata.OfType<RepeatableCommand>().Any();
        operation.Security = open ? [] : [new() { [new OpenApiSecuritySchemeReference(ApiDocument.Basic, context.Document)] = [] }];
        operation.Description = open ? "Open to everybody."
            : policy is null ? "Everybody who is signed in; what the account may not see is not there for it."
            : $"For accounts with one of the roles {string.Join(", ", Rights.Table[policy])}.";
        if (repeatable) AddRequestKey(operation);
        if (operation.RequestBody?.Content?.TryGetValue(FormData, out var form) == true) form.Schema = Files();
        foreach (var (status, what) in Refusals(context, open, policy is not null, repeatable)) Add(operation, context.Document!, status, what);
        return Task.CompletedTask;
    }

    private static IEnumerable<(int Status, string What)> Refusals(OpenApiOperationTransformerContext context, bool open, bool limited, bool repeatable)
    {
        var description = context.Description;
        var hasBody = description.ParameterDescriptions.Any(parameter => parameter.Source.Id == "Body") || description.SupportedRequestFormats.Count > 0;
        if (hasBody || description.ParameterDescriptions.Count > 0) yield return (StatusCodes.Status400BadRequest, "What was sent cannot be understood, or breaks a rule; each wrong field is named.");
        if (!open) yield return (StatusCodes.Status401Unauthorized, "Nobody is signed in, or the password is wrong.");
        if (limited) yield return (StatusCodes.Status403Forbidden, "The account has no role that may do this.");
        if (description.RelativePath!.Contains('{', StringComparison.Ordinal) || description.RelativePath is "v2/process-instances" or "v2/messages/correlation")
            yield return (StatusCodes.Status404NotFound, "There is no such thing, or none that this account may see.");
        if (repeatable || description.RelativePath.StartsWith("api/registry", StringComparison.Ordinal)) yield return (StatusCodes.Status409Conflict, "It exists, but its state does not allow this.");
        if (hasBody) yield return (StatusCodes.Status413PayloadTooLarge, "More than 16 MiB.");
        if (hasBody) yield return (StatusCodes.Status415UnsupportedMediaType, "A body of another type.");
        if (repeatable) yield return (StatusCodes.Status503ServiceUnavailable, "A queue is full: send the same request again after Retry-After.");
    }

    private static void Add(OpenApiOperation operation, OpenApiDocument document, int status, string what)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = what,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ApiDocument.Problem, document) } },
        };
    }

    private static OpenApiSchema Files() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "resources" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["resources"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Texts in UTF-8 with different names; .bpmn and .form are read, others are kept.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
            ["tenantId"] = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };

    private static void AddRequestKey(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = RequestKeys.Header,
        In = ParameterLocation.Header,
        Description = "Chosen by the caller: the same key from the same account at the same address gives the same answer and one effect.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = RequestKeys.KeyCharsMax },
    });
}
