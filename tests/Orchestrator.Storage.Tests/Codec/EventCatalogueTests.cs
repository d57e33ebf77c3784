using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Orchestrator.Bpmn.Model;
using Orchestrator.Dmn;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Codec;
using Orchestrator.Testing;
using Orchestrator.Testing.Building;

namespace Orchestrator.Storage.Tests.Codec;

/// <summary>What is stored keeps its name, its version and its shape.</summary>
[TestFixture]
public sealed class EventCatalogueTests
{
    private static readonly InstanceId _instance = new(41);

    private static IEnumerable<Type> EventTypes => typeof(InstanceEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(InstanceEvent)));

    [Test]
    public void Every_event_has_a_stored_form() =>
        Assert.That(EventTypes.Except(EventCatalogue.All.Select(shape => shape.Type)), Is.Empty);

    [Test]
    public void A_name_and_version_belong_to_one_form() =>
        Assert.That(EventCatalogue.All.Select(shape => (shape.Name, shape.Version)), Is.Unique);

    [Test]
    public void Every_event_has_a_rule_of_evolution()
    {
        // An event that no state can take yet breaks an invariant of the state; one without a rule is unreachable.
        var state = InstanceState.Empty(_instance);
        foreach (var sample in EventTypes.Select(Samples.Of))
        {
            try
            {
                state.Evolve(sample, DateTimeOffset.UnixEpoch);
            }
            catch (System.Diagnostics.UnreachableException none)
            {
                Assert.Fail(none.Message);
            }
            catch (Exception)
            {
                // Its elements are not in the empty state.
            }
        }
    }

    [Test]
    public void Stored_samples_keep_their_shape()
    {
        var text = new StringBuilder();
        foreach (var sample in EventTypes.Select(Samples.Of).OrderBy(sample => sample.GetType().Name, StringComparer.Ordinal)) text.Append(Encode(sample)[1..^1]).Append('\n');
        Golden.Check("Golden/events.json", text.ToString());
    }

    [TestCaseSource(nameof(EventTypes))]
    public void What_is_read_is_what_was_written(Type type)
    {
        var sample = Samples.Of(type);

        var read = EventCodec.Read(Encoding.UTF8.GetBytes(Encode(sample)), _instance);

        Assert.That(read.Select(StateText.Of), Is.EqualTo(new[] { StateText.Of(sample) }));
    }

    [TestCase("""[{"event":"element-entered","v":99}]""")]
    [TestCase("""[{"event":"never-heard-of","v":1}]""")]
    [TestCase("""[{"event":"element-activated","v":1}]""")]
    [TestCase("""[{"event":"element-terminated","v":1,"scope":1,"cause":77}]""")]
    [TestCase("""[{"event":"element""")]
    public void What_is_not_known_is_refused_and_never_skipped(string stored) =>
        Assert.That(() => EventCodec.Read(Encoding.UTF8.GetBytes(stored), _instance), Throws.TypeOf<UnreadableHistoryException>());

    [Test]
    public void Numbers_keep_34_digits()
    {
        Assert.That(Decimal34.TryParse("1234567890123456789012345678901.234", out var number), Is.True);
        InstanceEvent set = new InstanceEvent.VariablesSet(ScopeKey.RootOf(_instance), FeelContext.Of(("n", new FeelNumber(number))), VariableCause.Start);

        Assert.That(Encode(set), Does.Contain("1234567890123456789012345678901.234"));
        Assert.That(((InstanceEvent.VariablesSet)EventCodec.Read(Encoding.UTF8.GetBytes(Encode(set)), _instance)[0]).Variables["n"], Is.EqualTo(new FeelNumber(number)));
    }

    private static string Encode(InstanceEvent sample)
    {
        var buffer = new ArrayBufferWriter<byte>();
        EventCodec.Write(buffer, _instance, [sample]);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A sample of every event, made from its constructor: each parameter gets a value of its type that is not the default.</summary>
    private static class Samples
    {
        public static InstanceEvent Of(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
            var counter = 0;
            return (InstanceEvent)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!, ++counter))]);
        }

        private static readonly DecisionOutcome Decision = new(
            "size", "Dimensione", FeelContext.Of(("workers", FeelValue.Of(60))), FeelValue.Of("many"),
            [
                new TableOutcome(
                    "Dimensione", HitPolicy.Unique, [new ColumnValue("Lavoratori", FeelValue.Of(60))], [new InputRefused(1, "[1..1000]")], ["size"],
                    [new RuleMatched(1, "many", [FeelValue.Of("many")], ["art. 1"]), new RuleMatched(2, null, [FeelNull.Instance], [])],
                    [new RuleFailed(3, 1, "< 50"), new RuleFailed(4, 2, null)], FeelValue.Of("many")),
            ]);

        private static object Value(Type type, string name, int counter)
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            if (plain.IsEnum) return Enum.GetValues(plain).GetValue(Enum.GetValues(plain).Length - 1)!;
            return plain.Name switch
            {
                nameof(ScopeKey) => ScopeKey.Of(_instance, counter),
                nameof(DefinitionKey) => new DefinitionKey(7),
                nameof(ElementId) => new ElementId(name),
                nameof(String) => $"{name} è qui",
                nameof(Int32) => counter + 1,
                nameof(Int64) => counter + 1L,
                nameof(Boolean) => true,
                nameof(DateTimeOffset) => new DateTimeOffset(2026, 3, 29, 0, 59, 59, TimeSpan.Zero).AddTicks(1234567),
                nameof(TimeSpan) => TimeSpan.FromDays(30),
                nameof(MessageRef) => new MessageRef(99, "Paid", "CR-1"),
                nameof(FeelContext) => FeelContext.Of(("a", FeelValue.Of(1)), ("b c", new FeelList(FeelValue.Of("x"), FeelNull.Instance, FeelValue.Of(true)))),
                nameof(FeelList) => new FeelList(FeelValue.Of(1), FeelValue.Of("due")),
                nameof(FeelValue) => FeelValue.Of("out"),
                _ when plain == typeof(ImmutableArray<string>) => ImmutableArray.Create("apl", "regione"),
                _ when plain == typeof(ImmutableArray<ElementId>) => ImmutableArray.Create(new ElementId("f1"), new ElementId("f2")),
                _ when plain == typeof(ImmutableArray<ConditionOutcome>) =>
                    ImmutableArray.Create(new ConditionOutcome(new ElementId("f1"), "a > 1", FeelContext.Of(("a", FeelValue.Of(2))), true), new ConditionOutcome(new ElementId("f2"), "b", FeelContext.Empty, null)),
                _ when plain == typeof(ImmutableArray<ElementMapping>) => ImmutableArray.Create(new ElementMapping(new ElementId("review"), new ElementId("check"))),
                _ when plain == typeof(ImmutableArray<TaskMigrated>) =>
                    ImmutableArray.Create(new TaskMigrated(ScopeKey.Of(_instance, 3), "Controllo", "check", new ElementId("term")), new TaskMigrated(ScopeKey.Of(_instance, 4), null, null, null)),
                _ when plain == typeof(ImmutableArray<ScopeKey>) => ImmutableArray.Create(ScopeKey.Of(_instance, 8), ScopeKey.Of(_instance, 9)),
                nameof(DecisionReference) => new DecisionReference(new DefinitionKey(8), "choose-pathway", "Scelta del percorso", 3, "00ff"),
                _ when plain == typeof(ImmutableArray<DecisionOutcome>) => ImmutableArray.Create(Decision),
                _ when plain == typeof(ImmutableArray<DecisionRemark>) => ImmutableArray.Create(new DecisionRemark("DMN0306", "Expected a value for the input 'a', but there is none.")),
                _ when plain == typeof(ImmutableDictionary<string, string>) => ImmutableDictionary<string, string>.Empty.Add("retries", "3").Add("area", "convocations"),
                _ => throw new AssertionException($"No sample of a {plain}: add one."),
            };
        }
    }
}
