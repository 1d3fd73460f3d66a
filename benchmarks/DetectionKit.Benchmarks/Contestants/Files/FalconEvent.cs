using System.Text.Json.Serialization;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>What the flagship reads of an FDR event, as a program with System.Text.Json declares it.</summary>
internal sealed record FalconEvent(
    [property: JsonPropertyName("event_simpleName")] string Name,
    [property: JsonPropertyName("timestamp")] long Timestamp,
    string ComputerName,
    string UserName,
    string ImageFileName,
    string CommandLine,
    string RemoteAddressIP4,
    int RemotePort);
