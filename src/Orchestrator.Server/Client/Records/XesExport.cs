using System.Globalization;
using System.Text;
using System.Xml;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client.Records;

/// <summary>
/// Histories as an event log (IEEE 1849-2016, XES). A trace is a case, named by its key; an event is a step of it with the standard's life cycle: start, assign, reassign, complete,
/// ate_abort, suspend, resume. What else the history holds (data, timers, messages, flows) is in the CSV.
/// </summary>
internal static class XesExport
{
    private const string Namespace = "http://www.xes-standard.org/";

    public static byte[] Write(IReadOnlyList<ExportedCase> cases, Func<string, string> nameOf)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("log", Namespace);
            xml.WriteAttributeString("xes.version", "1849-2016");
            xml.WriteAttributeString("xes.features", "");
            Extension(xml, "Concept", "concept", "http://www.xes-standard.org/concept.xesext");
            Extension(xml, "Time", "time", "http://www.xes-standard.org/time.xesext");
            Extension(xml, "Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext");
            Extension(xml, "Organizational", "org", "http://www.xes-standard.org/org.xesext");
            Extension(xml, "Orchestrator", "orch", "urn:orchestrator:xes");
            Globals(xml, "trace", () => Text(xml, "concept:name", "UNKNOWN"));
            Globals(xml, "event", () =>
            {
                Text(xml, "concept:name", "UNKNOWN");
                Text(xml, "lifecycle:transition", "unknown");
                Instant(xml, "time:timestamp", DateTimeOffset.UnixEpoch);
            });
            Classifier(xml, "Activity", "concept:name");
            Classifier(xml, "Activity and transition", "concept:name lifecycle:transition");
            Text(xml, "concept:name", "Orchestrator");
            Text(xml, "lifecycle:model", "standard");
            foreach (var one in cases) Trace(xml, one, nameOf);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Trace(XmlWriter xml, ExportedCase one, Func<string, string> nameOf)
    {
        xml.WriteStartElement("trace", Namespace);
        Text(xml, "concept:name", one.Row.Case.BusinessKey ?? one.Row.Case.InstanceKey.ToString(CultureInfo.InvariantCulture));
        Text(xml, "orch:instance", one.Row.Case.InstanceKey.ToString(CultureInfo.InvariantCulture));
        Text(xml, "orch:process", one.Row.Case.ProcessId);
        Text(xml, "orch:version", one.Row.DefinitionVersion.ToString(CultureInfo.InvariantCulture));
        Text(xml, "orch:hash", one.HeadHash);
        foreach (var entry in one.Entries)
            if (entry is { ElementName: not null, ElementId: not null, IsPath: false } && TransitionOf(entry.EventName) is { } transition) Event(xml, entry, transition, nameOf);
        xml.WriteEndElement();
    }

    private static void Event(XmlWriter xml, StoryEntry entry, string transition, Func<string, string> nameOf)
    {
        xml.WriteStartElement("event", Namespace);
        Text(xml, "concept:name", entry.ElementName!);
        Text(xml, "lifecycle:transition", transition);
        Instant(xml, "time:timestamp", entry.At);
        Text(xml, "org:resource", nameOf(entry.Actor));
        Text(xml, "orch:element", entry.ElementId!);
        Whole(xml, "orch:seq", entry.Position);
        xml.WriteEndElement();
    }

    private static string? TransitionOf(string eventName) => eventName switch
    {
        "element-entered" => "start",
        "user-task-claimed" => "assign",
        "user-task-assigned" or "user-task-taken-over" => "reassign",
        "element-completed" => "complete",
        "element-terminated" => "ate_abort",
        "incident-raised" => "suspend",
        "incident-resolved" => "resume",
        _ => null,
    };

    private static void Extension(XmlWriter xml, string name, string prefix, string uri)
    {
        xml.WriteStartElement("extension", Namespace);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("prefix", prefix);
        xml.WriteAttributeString("uri", uri);
        xml.WriteEndElement();
    }

    private static void Globals(XmlWriter xml, string scope, Action attributes)
    {
        xml.WriteStartElement("global", Namespace);
        xml.WriteAttributeString("scope", scope);
        attributes();
        xml.WriteEndElement();
    }

    private static void Classifier(XmlWriter xml, string name, string keys)
    {
        xml.WriteStartElement("classifier", Namespace);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("keys", keys);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string key, string value) => Attribute(xml, "string", key, value);

    private static void Whole(XmlWriter xml, string key, long value) => Attribute(xml, "int", key, value.ToString(CultureInfo.InvariantCulture));

    private static void Instant(XmlWriter xml, string key, DateTimeOffset value) => Attribute(xml, "date", key, value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));

    private static void Attribute(XmlWriter xml, string type, string key, string value)
    {
        xml.WriteStartElement(type, Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }
}
