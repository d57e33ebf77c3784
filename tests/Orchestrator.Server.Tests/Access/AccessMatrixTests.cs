using System.Text;
using Microsoft.AspNetCore.Authorization;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Tests.Access;

/// <summary>
/// Every mapped route, asked by every kind of caller. The expected statuses stand in <c>access.txt</c>; a route without a line there fails, and so does a line without a
/// route. <c>UPDATE_GOLDEN=1</c> writes the file anew; a second test holds it against the table of rights, so that it cannot be wrong and agreed to.
/// </summary>
[Category("Slow")]
internal sealed class AccessMatrixTests
{
    private AccessStage _stage = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _stage = await AccessStage.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _stage.DisposeAsync();

    [Test]
    public async Task Every_route_answers_every_caller_as_the_table_says()
    {
        var text = new StringBuilder(Head());
        foreach (var route in _stage.Routes)
        {
            var statuses = new List<string>();
            foreach (var caller in Caller.All) statuses.Add((await _stage.AskAsync(route, caller)).ToString(System.Globalization.CultureInfo.InvariantCulture));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{route.Name + " ",-70}").AppendJoin("  ", statuses).Append('\n');
        }
        Golden.Check(text.ToString(), "access.txt");
    }

    [Test]
    public void No_route_that_programs_call_is_open_by_accident()
    {
        var open = _stage.Routes.Where(route => route.IsApi && route.IsOpen).Select(route => route.Name);
        Assert.That(open, Is.EquivalentTo(new[] { "GET /v2/status", "GET /v2/license", "GET /openapi/{documentName}.json" }));
    }

    [Test]
    public void The_table_refuses_exactly_whom_the_rights_refuse()
    {
        var lines = File.ReadAllLines(Golden.PathOf("access.txt")).Where(line => line.Contains('/', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(words => $"{words[0]} {words[1]}", words => words[2..]);
        Assert.Multiple(() =>
        {
            foreach (var route in _stage.Routes.Where(route => route.IsApi && !route.IsOpen))
            {
                var statuses = lines[route.Name];
                Assert.That(statuses[0], Is.EqualTo("401"), $"{route.Name} for nobody");
                foreach (var (caller, index) in Caller.All.Select((caller, index) => (caller, index)).Skip(1))
                    Assert.That(statuses[index] == "403", Is.EqualTo(!route.Admits(caller.Role!)), $"{route.Name} for {caller.Name}");
            }
        });
    }

    [Test]
    public void A_route_with_a_right_that_its_caller_lacks_would_be_seen()
    {
        var deploy = _stage.Routes.Single(route => route.Name == "POST /v2/deployments");
        Assert.That((deploy.Admits(Roles.Designer), deploy.Admits(Roles.Operator)), Is.EqualTo((true, false)));
    }

    private static string Head() =>
        $"# {"Who gets which answer. The operator is of the task's group.",-68}{string.Join(' ', Caller.All.Select(caller => caller.Name))}\n";
}

/// <summary>Somebody who asks.</summary>
internal sealed record Caller(string Name, string? Role, string[] Groups)
{
    public static IReadOnlyList<Caller> All { get; } =
    [
        new("none", null, []), new("dsgn", Roles.Designer, []), new("oper", Roles.Operator, ["apl"]), new("othr", Roles.Operator, ["cpi:15"]),
        new("supv", Roles.Supervisor, []), new("audt", Roles.Auditor, []), new("admn", Roles.Admin, []), new("agcy", Roles.Worker, []),
    ];
}

/// <summary>A mapped route: its pattern, a method, and who is let in before its own code looks.</summary>
internal sealed record Route(string Method, string Pattern, IReadOnlyList<IAuthorizeData> Demands, bool Anonymous)
{
    public string Name => $"{Method} {Pattern}";

    public bool IsApi => Pattern.StartsWith("/v2", StringComparison.Ordinal) || Pattern.StartsWith("/api", StringComparison.Ordinal) || Pattern.StartsWith("/openapi", StringComparison.Ordinal);

    public bool IsOpen => Anonymous || Demands.Count == 0;

    /// <summary>What the rights of the route say about a role. Further refusals of a route's own are listed here, by name, with the reason.</summary>
    public bool Admits(string role) =>
        Demands.All(demand => demand.Policy is null || Rights.Table[demand.Policy].Contains(role)) && !OwnRefusals.Any(own => own.Route == Name && own.Role == role);

    private static readonly (string Route, string Role)[] OwnRefusals =
    [
        // This server runs on the real clock.
        ("PUT /v2/clock", Roles.Admin), ("POST /v2/clock/reset", Roles.Admin),
    ];
}
