namespace Orchestrator.Server.V2.Deployments;

/// <summary>What a deployment holds. The same content deployed again is the deployment that exists.</summary>
internal sealed record DeploymentResult(string DeploymentKey, IReadOnlyList<DeployedItem> Deployments, string TenantId = Tenants.Only);

/// <summary>One deployed thing: exactly one member is not null.</summary>
internal sealed record DeployedItem
{
    public DeployedProcessItem? ProcessDefinition { get; init; }
    public DeployedDecisionItem? DecisionDefinition { get; init; }
    public DeployedDecisionRequirementsItem? DecisionRequirements { get; init; }
    public DeployedFormItem? Form { get; init; }
    public DeployedResourceItem? Resource { get; init; }
}

/// <summary>A process version.</summary>
internal sealed record DeployedProcessItem(
    string ProcessDefinitionId, string ProcessDefinitionKey, int ProcessDefinitionVersion, string ResourceName, string TenantId = Tenants.Only);

/// <summary>A decision version.</summary>
internal sealed record DeployedDecisionItem(
    string DecisionDefinitionId, int Version, string Name, string DecisionRequirementsId, string DecisionDefinitionKey, string DecisionRequirementsKey, string TenantId = Tenants.Only);

/// <summary>A file of decisions.</summary>
internal sealed record DeployedDecisionRequirementsItem(
    string DecisionRequirementsId, string DecisionRequirementsName, int Version, string ResourceName, string DecisionRequirementsKey, string TenantId = Tenants.Only);

/// <summary>A form.</summary>
internal sealed record DeployedFormItem(string FormId, string FormKey, int Version, string ResourceName, string TenantId = Tenants.Only);

/// <summary>Any other file.</summary>
internal sealed record DeployedResourceItem(string ResourceId, string ResourceKey, int Version, string ResourceName, string TenantId = Tenants.Only);
