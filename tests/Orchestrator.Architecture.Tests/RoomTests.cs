using System.Xml.Linq;

namespace Orchestrator.Architecture.Tests;

public sealed class RoomTests
{
    private static IEnumerable<string> Projects() => Repository.Files("src", ".csproj");

    [TestCaseSource(nameof(Projects))]
    public void A_room_references_only_what_the_map_allows(string project) =>
        Assert.That(Rooms.Violations(Rooms.RoomOf(project), Repository.Read(project)), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void Every_room_is_on_the_map_and_says_what_kind_it_is(string project)
    {
        Assert.That(Rooms.Allowed, Does.ContainKey(Rooms.RoomOf(project)));
        Assert.That(
            (string?)XDocument.Parse(Repository.Read(project)).Descendants("Room").SingleOrDefault(),
            Is.AnyOf("pure", "reader", "engine", "edge", "host"));
    }

    [Test]
    public void Pure_rooms_are_pure_and_the_engine_is_no_edge()
    {
        string KindOf(string room) => (string)XDocument.Parse(Repository.Read($"src/Orchestrator.{room}/Orchestrator.{room}.csproj")).Descendants("Room").Single();
        Assert.Multiple(() =>
        {
            foreach (var room in new[] { "Diagnostics", "Feel", "Forms", "Interpreter", "Contracts" }) Assert.That(KindOf(room), Is.EqualTo("pure"), room);
            Assert.That(KindOf("Bpmn"), Is.EqualTo("reader"));
            Assert.That(KindOf("Engine"), Is.EqualTo("engine"));
        });
    }

    [Test]
    public void Every_kind_of_room_but_hosts_has_a_list_of_banned_symbols() =>
        Assert.That(
            Repository.Files("src/Build", ".txt"),
            Is.SupersetOf(new[] { "pure", "reader", "engine", "edge" }.Select(kind => $"src/Build/BannedSymbols.{kind}.txt")));

    [Test]
    public void A_forbidden_reference_is_reported() =>
        Assert.That(
            Rooms.Violations("Interpreter", """<Project><ItemGroup><ProjectReference Include="../Orchestrator.Storage/Orchestrator.Storage.csproj" /></ItemGroup></Project>"""),
            Is.EqualTo(new[] { "Interpreter may not reference Storage" }));

    [Test]
    public void A_room_that_is_not_on_the_map_may_reference_nothing() =>
        Assert.That(
            Rooms.Violations("Common", """<Project><ItemGroup><ProjectReference Include="../Orchestrator.Feel/Orchestrator.Feel.csproj" /></ItemGroup></Project>"""),
            Is.EqualTo(new[] { "Common may not reference Feel" }));
}
