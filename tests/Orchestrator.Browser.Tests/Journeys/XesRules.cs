using System.Globalization;
using System.Xml.Linq;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>What IEEE 1849-2016 asks of a log, written from the standard (§4, §6): order of parts, typed attributes, declared prefixes, globals that every trace and event keeps, life cycle of the standard.</summary>
internal static class XesRules
{
    private static readonly XNamespace s_xes = "http://www.xes-standard.org/";
    private static readonly string[] s_parts = ["extension", "global", "classifier", "string", "date", "int", "float", "boolean", "id", "list", "container", "trace"];
    private static readonly string[] s_standard =
        ["schedule", "assign", "withdraw", "reassign", "start", "suspend", "resume", "pi_abort", "ate_abort", "complete", "autoskip", "manualskip", "unknown"];

    public static XName Event { get; } = s_xes + "event";

    public static string TextOf(XElement at, string key) => at.Elements().Single(one => (string?)one.Attribute("key") == key).Attribute("value")!.Value;

    /// <summary>Everything that is wrong; empty for a log that keeps the standard.</summary>
    public static IReadOnlyList<string> WhyNot(XDocument log)
    {
        var wrong = new List<string>();
        var root = log.Root!;
        if (root.Name != s_xes + "log" || (string?)root.Attribute("xes.version") is null) wrong.Add("a log has its name, its namespace and its version");
        var order = root.Elements().Select(one => Math.Min(Array.IndexOf(s_parts, one.Name.LocalName) is var at && at > 2 && at < 11 ? 3 : at, 11)).ToList();
        if (order.Contains(-1) || !order.SequenceEqual(order.Order())) wrong.Add("extensions, globals, classifiers, attributes and traces stand in this order");
        var prefixes = root.Elements(s_xes + "extension").Select(one => (string)one.Attribute("prefix")!).ToHashSet();
        foreach (var attribute in root.Descendants().Where(one => one.Attribute("key") is not null)) wrong.AddRange(WhyNotAttribute(attribute, prefixes));
        foreach (var scope in (string[])["trace", "event"])
        {
            var keys = root.Elements(s_xes + "global").Where(one => (string?)one.Attribute("scope") == scope).Elements().Select(one => (string)one.Attribute("key")!).ToList();
            foreach (var part in root.Descendants(s_xes + scope))
                wrong.AddRange(keys.Where(key => part.Elements().Count(one => (string?)one.Attribute("key") == key) != 1).Select(key => $"a {scope} without its global {key}"));
        }
        foreach (var trace in root.Elements(s_xes + "trace"))
        {
            var events = trace.Elements(Event).ToList();
            if (events.Exists(one => !s_standard.Contains(TextOf(one, "lifecycle:transition")))) wrong.Add("a transition that the life cycle does not know");
            var instants = events.Select(one => DateTimeOffset.Parse(TextOf(one, "time:timestamp"), CultureInfo.InvariantCulture)).ToList();
            if (!instants.SequenceEqual(instants.Order())) wrong.Add("events out of order");
        }
        return wrong;
    }

    private static IEnumerable<string> WhyNotAttribute(XElement attribute, HashSet<string> prefixes)
    {
        var key = (string)attribute.Attribute("key")!;
        if (key.Split(':') is [var prefix, _] && !prefixes.Contains(prefix)) yield return $"{key}: no extension has this prefix";
        var value = (string?)attribute.Attribute("value");
        var fits = attribute.Name.LocalName switch
        {
            "string" => value is not null,
            "int" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "date" => DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => false,
        };
        if (!fits) yield return $"{key}: {value} is no {attribute.Name.LocalName}";
    }
}
