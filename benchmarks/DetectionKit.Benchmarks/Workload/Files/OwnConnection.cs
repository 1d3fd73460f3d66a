using System.Text.Json.Serialization;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>A connection as a user's own program logs it, beside much that no detection reads.</summary>
public sealed record OwnConnection(
    DateTimeOffset At,
    [property: JsonPropertyName("device_name")] string Host,
    [property: JsonPropertyName("account")] string User,
    [property: JsonPropertyName("process_path")] string Image,
    [property: JsonPropertyName("process_command_line")] string CommandLine,
    [property: JsonPropertyName("remote_ip")] string RemoteAddress,
    [property: JsonPropertyName("remote_port")] int RemotePort);
