using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Security;

/// <summary>
/// Who may do what through the API: the whole table. Tasks have a further rule of their own (an operator acts on tasks of their groups only), which the engine holds.
/// </summary>
internal static class Rights
{
    /// <summary>Publish definitions.</summary>
    public const string Deploy = nameof(Deploy);

    /// <summary>Read definitions and evaluate expressions: everybody who is signed in.</summary>
    public const string ReadDefinitions = nameof(ReadDefinitions);

    /// <summary>Start and cancel instances.</summary>
    public const string RunInstances = nameof(RunInstances);

    /// <summary>Read instances, elements, variables and incidents of all cases.</summary>
    public const string ReadInstances = nameof(ReadInstances);

    /// <summary>Let running instances go on under another version.</summary>
    public const string Migrate = nameof(Migrate);

    /// <summary>Resolve incidents and write variables.</summary>
    public const string Repair = nameof(Repair);

    /// <summary>Do jobs.</summary>
    public const string DoJobs = nameof(DoJobs);

    /// <summary>Publish messages to processes.</summary>
    public const string PublishMessages = nameof(PublishMessages);

    /// <summary>List and read tasks.</summary>
    public const string ReadTasks = nameof(ReadTasks);

    /// <summary>Assign and complete tasks.</summary>
    public const string DoTasks = nameof(DoTasks);

    /// <summary>Set the virtual clock, where there is one.</summary>
    public const string SetClock = nameof(SetClock);

    public static IReadOnlyDictionary<string, string[]> Table { get; } = new Dictionary<string, string[]>
    {
        [Deploy] = [Roles.Designer, Roles.Admin],
        [ReadDefinitions] = [Roles.Designer, Roles.Operator, Roles.Supervisor, Roles.Auditor, Roles.Admin, Roles.Worker],
        [RunInstances] = [Roles.Supervisor, Roles.Admin, Roles.Worker],
        [ReadInstances] = [Roles.Supervisor, Roles.Auditor, Roles.Admin],
        [Migrate] = [Roles.Designer, Roles.Admin],
        [Repair] = [Roles.Supervisor, Roles.Admin],
        [DoJobs] = [Roles.Worker, Roles.Admin],
        [PublishMessages] = [Roles.Supervisor, Roles.Admin, Roles.Worker],
        [ReadTasks] = [Roles.Operator, Roles.Supervisor, Roles.Auditor],
        [DoTasks] = [Roles.Operator, Roles.Supervisor],
        [SetClock] = [Roles.Admin],
    };

    public static void AddRights(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (right, roles) in Table) authorization.AddPolicy(right, policy => policy.RequireRole(roles));
    }
}
