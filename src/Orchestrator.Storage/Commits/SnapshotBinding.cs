using System.Globalization;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Commits;

/// <summary>The associated data of a snapshot: it opens only as the snapshot of this instance at this version.</summary>
internal static class SnapshotBinding
{
    public static byte[] Of(InstanceId instance, long version) =>
        System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"snapshot\0{instance.Number}\0{version}"));
}
