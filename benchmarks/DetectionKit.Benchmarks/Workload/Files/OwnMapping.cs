using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>What the lines of <see cref="OwnFile"/> are for who has no program of their own: a mapping to connections.</summary>
internal static class OwnMapping
{
    private const string Text = """
        {
          "event": "NetworkConnection",
          "where": { "event": "connection" },
          "fields": {
            "Time": "At", "Host": "device_name", "User": "account", "Image": "process_path", "CommandLine": "process_command_line", "RemoteAddress": "remote_ip", "RemotePort": "remote_port"
          }
        }
        """;

    /// <summary>Writes the mapping to a file, and reads it.</summary>
    internal static IEventFormat Load(string path)
    {
        File.WriteAllText(path, Text);
        return FieldMapping.Load(path, [typeof(NetworkConnection)]);
    }
}
