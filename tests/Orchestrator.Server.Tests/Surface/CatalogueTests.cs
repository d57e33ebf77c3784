using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Messaging;

namespace Orchestrator.Server.Tests.Surface;

/// <summary>The typed messages of the programme: what processes throw becomes them, and their shapes change only on purpose.</summary>
internal sealed partial class CatalogueTests
{
    private static readonly DateTimeOffset s_instant = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>One of each message, read from the variables in <c>catalogue-samples.txt</c>: every one of them given.</summary>
    public static IEnumerable<ICatalogueMessage> Samples() => SampleLines().Select(line => Read(line.Name, line.Key, line.Variables).Message ?? throw new AssertionException($"{line.Name} does not fit."));

    [Test]
    public void Messages_of_the_catalogue_keep_their_names_versions_and_shapes()
    {
        var text = new StringBuilder();
        foreach (var message in Samples())
        {
            var contract = message.GetType().GetCustomAttribute<ContractAttribute>()!;
            text.Append(CultureInfo.InvariantCulture, $"{contract.Name} {contract.Version} urn:message:{message.GetType().Namespace}:{message.GetType().Name}\n");
            text.Append(JsonSerializer.Serialize(message, message.GetType(), JsonSerializerOptions.Web)).Append("\n\n");
        }
        Golden.Check(text.ToString(), "catalogue.txt");
    }

    [Test]
    public void The_catalogue_and_the_table_of_the_documentation_name_the_same_messages()
    {
        var rows = File.ReadAllLines(Golden.PathOf("../../../docs/programme.md"))
            .SkipWhile(line => line != "## Messages").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.That(rows.SelectMany(row => Named().Matches(row.Split('|')[1]).Select(match => match.Groups[1].Value)), Is.EquivalentTo(MessageCatalogue.Names));
    }

    [Test]
    public void A_variable_that_the_contract_does_not_name_stays_inside() =>
        Assert.That(
            JsonSerializer.Serialize((CrisisResolved)Read("CrisisResolved", "CR-2026-0007", """{"crisis":"CR-2026-0007","reason":"x","contact":{"email":"a@example.invalid"}}""").Message!),
            Does.Not.Contain("example.invalid"));

    [TestCase("""{"reason":"x"}""", "crisis")]
    [TestCase("""{"crisis":null,"reason":"x"}""", "crisis")]
    [TestCase("""{"crisis":7,"reason":"x"}""", "$.crisis")]
    public void What_does_not_fit_goes_out_as_a_generic_message_and_the_log_names_the_member(string variables, string named)
    {
        var log = new Lines();

        var sent = BusSender.EventOf(Thrown("CrisisResolved", variables), log);

        Assert.Multiple(() =>
        {
            Assert.That(sent, Is.EqualTo(new MessageThrown(77, "CrisisResolved", "CR-2026-0007", s_instant, variables)));
            Assert.That(log.Written, Has.Exactly(1).Contains("CrisisResolved").And.Contains(named));
        });
    }

    [Test]
    public void What_fits_goes_out_as_its_contract_and_the_log_is_quiet()
    {
        var log = new Lines();

        var sent = BusSender.EventOf(Thrown("CrisisResolved", """{"crisis":"CR-2026-0007","reason":"Riassorbiti"}"""), log);

        Assert.Multiple(() =>
        {
            Assert.That(sent, Is.EqualTo(new CrisisResolved(77, "CR-2026-0007", s_instant, "CR-2026-0007", "Riassorbiti")));
            Assert.That(log.Written, Is.Empty);
        });
    }

    [Test]
    public void A_name_outside_the_catalogue_goes_out_as_a_generic_message_and_the_log_is_quiet()
    {
        var log = new Lines();

        var sent = BusSender.EventOf(Thrown("OrderShipped", """{"order":1}"""), log);

        Assert.Multiple(() =>
        {
            Assert.That(sent, Is.EqualTo(new MessageThrown(77, "OrderShipped", "CR-2026-0007", s_instant, """{"order":1}""")));
            Assert.That(log.Written, Is.Empty);
        });
    }

    private static OutboundMessage.MessageThrown Thrown(string name, string variables) =>
        new(new ScopeKey(77), name, "CR-2026-0007", new InstanceId(1), "ma1-crisis-table", "CR-2026-0007", s_instant, s_instant.AddDays(30), (FeelContext)FeelJson.Read(variables));

    private static CatalogueReading Read(string name, string key, string variables) => MessageCatalogue.Read(name, 1048578, key, s_instant, variables);

    private static IEnumerable<(string Name, string Key, string Variables)> SampleLines() =>
        File.ReadAllLines(Golden.PathOf("catalogue-samples.txt")).Where(line => line.Length > 0)
            .Select(line => line.Split(' ', 3)).Select(parts => (parts[0], parts[1], parts[2]));

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+)`")]
    private static partial Regex Named();

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
