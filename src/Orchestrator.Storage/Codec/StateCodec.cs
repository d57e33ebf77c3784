using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Codec;

/// <summary>
/// The state of an instance as bytes, for snapshots. A snapshot is only a short cut: one of another <see cref="Version"/> is ignored and the state is replayed
/// from the events, so the form may change freely with its number.
/// </summary>
public static class StateCodec
{
    public const int Version = 1;

    /// <summary>The same state gives the same bytes: maps are written in the order of their keys.</summary>
    public static void Write(IBufferWriter<byte> output, InstanceState state)
    {
        using var json = new Utf8JsonWriter(output, StoredJson.Writer);
        var w = new EventWriter(json, state.Id);
        json.WriteStartObject();
        json.WriteNumber("v", Version);
        w.Number("version", state.Version);
        w.Number("nextCounter", state.NextCounter);
        w.Definition("definition", state.Definition);
        w.Definition("startedUnder", state.StartedUnder);
        w.Text("processId", state.ProcessId);
        w.Text("businessKey", state.BusinessKey);
        w.Number("semantics", state.Semantics);
        if (state.Outcome is { } outcome) w.Enum("outcome", outcome);
        w.Objects("elements", state.Elements.Values, StatePartCodec.Write);
        w.Objects("timers", state.Timers.Values, StatePartCodec.Write);
        w.Objects("subscriptions", state.Subscriptions.Values, StatePartCodec.Write);
        w.Objects("incidents", state.Incidents.Values, StatePartCodec.Write);
        w.Objects("firedTimers", state.FiredTimers, StatePartCodec.Write);
        w.Objects("waitingTokens", state.WaitingTokens.OrderBy(token => token.Key.Parent).ThenBy(token => token.Key.Gateway.Value, StringComparer.Ordinal)
            .ThenBy(token => token.Key.Flow.Value, StringComparer.Ordinal), StatePartCodec.Write);
        // Only where there are some: a snapshot without them is as it always was.
        if (!state.Attachments.IsEmpty) w.Objects("attachments", state.Attachments.Values, StatePartCodec.Write);
        json.WriteEndObject();
    }

    /// <summary>Null when the bytes are of another version of this codec.</summary>
    public static InstanceState? Read(ReadOnlyMemory<byte> stored, InstanceId instance)
    {
        using var document = StoredJson.Parse(stored);
        var r = new EventReader(document.RootElement, instance);
        if (r.Integer("v") != Version) return null;
        return new InstanceState(instance, r.Long("version"), r.Integer("nextCounter"))
        {
            Definition = r.Definition("definition"),
            StartedUnder = r.OptionalDefinition("startedUnder"),
            ProcessId = r.Text("processId"),
            BusinessKey = r.OptionalText("businessKey"),
            Semantics = r.Integer("semantics"),
            Outcome = r.OptionalInteger("outcome") is null ? null : r.Enum<InstanceOutcome>("outcome"),
            Elements = r.Objects("elements").Select(StatePartCodec.Element).ToImmutableSortedDictionary(element => element.Key, element => element),
            Timers = r.Objects("timers").Select(StatePartCodec.Timer).ToImmutableSortedDictionary(timer => timer.Key, timer => timer),
            Subscriptions = r.Objects("subscriptions").Select(StatePartCodec.Subscription).ToImmutableSortedDictionary(subscription => subscription.Key, subscription => subscription),
            Incidents = r.Objects("incidents").Select(StatePartCodec.Incident).ToImmutableSortedDictionary(incident => incident.Key, incident => incident),
            FiredTimers = r.Objects("firedTimers").Select(StatePartCodec.FiredTimer).ToImmutableSortedDictionary(fired => fired.Key, fired => fired.Value),
            WaitingTokens = r.Objects("waitingTokens").Select(StatePartCodec.Token).ToImmutableDictionary(token => token.Key, token => token.Value),
            Attachments = r.OptionalObjects("attachments").Select(StatePartCodec.Attachment).Aggregate(InstanceState.NoAttachments, (all, one) => all.Add(one.File.Id, one)),
        };
    }
}
