using System.Net;
using DetectionKit.GroundTruth;

namespace DetectionKit.CommandLine.Demo;

/// <summary>An alert beside what is true of its events.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Truth">The label of its first event; null where nothing is known, or the alert does not say which events it is about.</param>
internal sealed record DemoAlert(Alert Alert, GroundTruthLabel? Truth)
{
    internal static DemoAlert Of(Alert alert, GroundTruthDocument truth)
    {
        var fields = alert.Key.Parts.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        if (alert.Evidence.Sample.Count > 0)
        {
            foreach (var (name, value) in alert.Evidence.Sample[0].Fields) fields.TryAdd(name, value);
        }

        return fields.GetValueOrDefault(nameof(NetworkConnection.RemoteAddress)) is IPAddress address
            ? new(alert, truth.LabelOf(new NetworkConnection(alert.Evidence.First, Text("Host"), Text("User"), Text("Image"), Text("CommandLine"), address, 0)))
            : new(alert, null);

        string? Text(string name) => fields.GetValueOrDefault(name) as string;
    }

    /// <summary>The value of a part of the key, or else of a field that the evidence has.</summary>
    internal object? Field(string name) =>
        Alert.Key.Parts.FirstOrDefault(p => p.Name == name).Value ?? (Alert.Evidence.Sample.Count > 0 ? Alert.Evidence.Sample[0].Fields.GetValueOrDefault(name) : null);
}
