using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Orchestrator.Contracts.Bus;
using Orchestrator.Worker;

namespace Orchestrator.Server.Tests.Surface;

/// <summary>What partners compile against and what they read off the bus: it changes only on purpose.</summary>
internal sealed class ContractsTests
{
    private static readonly DateTimeOffset s_instant = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    // One of each, every field with a value.
    private static readonly object[] s_messages =
    [
        new JobOffered(1048577, "apl.convene", 2, s_instant, 1048576, "p1-collective", "convene-presentation", """{"agreement":"AG-CR-2026-0007-1"}""", "{}"),
        new JobCompleted(1048577, 2, "apl@server-1", """{"withoutEmail":[]}"""),
        new JobFailed(1048577, 2, "apl@server-1", "The mail server does not answer.", TimeSpan.FromMinutes(5), false),
        new JobErrorThrown(1048577, 2, "apl@server-1", "closed", "The register is closed.", "{}"),
        new MessageForProcess("7b0d4e9c", "WorkersListReceived", "CR-2026-0007", TimeSpan.FromDays(30), "{}"),
        new MessageThrown(1048578, "SessionPlanned", "AG-CR-2026-0007-1-S1", s_instant, "{}"),
    ];

    [Test]
    public void Messages_of_the_bus_keep_their_names_versions_and_shapes()
    {
        var text = new StringBuilder();
        foreach (var message in s_messages)
        {
            var contract = message.GetType().GetCustomAttribute<ContractAttribute>()!;
            text.Append(CultureInfo.InvariantCulture, $"{contract.Name} {contract.Version} urn:message:{message.GetType().Namespace}:{message.GetType().Name}\n");
            text.Append(JsonSerializer.Serialize(message, message.GetType(), JsonSerializerOptions.Web)).Append("\n\n");
        }
        Golden.Check(text.ToString(), "bus.txt");
    }

    [Test]
    public void Every_message_of_the_bus_is_among_the_samples() =>
        Assert.That(
            s_messages.Select(message => message.GetType()).Concat(CatalogueTests.Samples().Select(message => message.GetType())),
            Is.EquivalentTo(typeof(JobOffered).Assembly.GetTypes().Where(type => type.IsDefined(typeof(ContractAttribute), false))));

    [TestCase(typeof(JobOffered), "contracts.txt")]
    [TestCase(typeof(IJobHandler), "worker.txt")]
    public void What_partners_compile_against_changes_only_on_purpose(Type one, string golden)
    {
        var text = new StringBuilder();
        foreach (var type in one.Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(NameOf(type)).Append('\n');
            foreach (var member in MembersOf(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }
        Golden.Check(text.ToString(), golden);
    }

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsValueType ? "struct" : type.IsAbstract ? "abstract class" : "class";

    private static IEnumerable<string> MembersOf(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        return type.GetMembers(Own).Select(member => member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            PropertyInfo property => $"{NameOf(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : "")}{(property.SetMethod is { IsPublic: true } ? "set; " : "")}}}",
            FieldInfo { IsLiteral: true } constant => $"const {NameOf(constant.FieldType)} {constant.Name} = {constant.GetRawConstantValue()}",
            FieldInfo field => $"{NameOf(field.FieldType)} {field.Name}",
            MethodInfo { IsSpecialName: false } method when !Made(method) => $"{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})",
            _ => null,
        }).OfType<string>();
    }

    // What the compiler makes for every record says nothing.
    private static bool Made(MethodInfo method) => method.Name is "Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "Deconstruct" or "PrintMembers";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}"));

    private static string NameOf(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return NameOf(type.GetElementType()!) + "[]";
        var name = type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;
        if (!type.IsGenericType) return name;
        return $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
