using System.Text.Json;

namespace DetectionKit.Simulator.Tests.Writers;

/// <summary>A plain reading of FDR, independent of the product's: what a row says of its time, host, user, process and destination.</summary>
internal static class RawJoin
{
    public sealed record Row(string Timestamp, string? Host, string? User, string? Image, string? CommandLine, string Address, string Port, string Sensor, string ProcessId);

    public static List<Row> Enriched(string path) => [.. Lines(path).Where(IsConnection).Select(e => ToRow(e, Text(e, "ComputerName"), Text(e, "UserName"), e))];

    public static List<Row> Joined(string path)
    {
        var lines = Lines(path).ToList();
        var hosts = lines.Where(e => Text(e, "event_simpleName") is null).ToDictionary(e => Text(e, "aid")!, e => Text(e, "ComputerName"));
        var processes = lines.Where(e => Text(e, "TargetProcessId") is not null).ToDictionary(e => (Text(e, "aid"), Text(e, "TargetProcessId")));
        var identities = lines.Where(e => Text(e, "event_simpleName") == "UserIdentity").ToList();
        var bySid = identities.ToDictionary(e => (Text(e, "aid"), Text(e, "UserSid")), e => Text(e, "UserName"));
        var byUid = identities.Where(e => Text(e, "UID") is not null).ToDictionary(e => (Text(e, "aid"), Text(e, "UID")), e => Text(e, "UserName"));
        return [.. lines.Where(IsConnection).Select(connection =>
        {
            var aid = Text(connection, "aid");
            var process = processes.TryGetValue((aid, Text(connection, "ContextProcessId")), out var found) ? found : default;
            var user = Text(process, "UserSid") is { } sid ? bySid.GetValueOrDefault((aid, sid)) : Text(process, "UID") is { } uid ? byUid.GetValueOrDefault((aid, uid)) : null;
            return ToRow(connection, hosts[aid!], user, process);
        })];
    }

    public static IEnumerable<JsonElement> Lines(string path) => File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement);

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsConnection(JsonElement e) => Text(e, "event_simpleName") is "NetworkConnectIP4" or "NetworkConnectIP6";

    private static Row ToRow(JsonElement connection, string? host, string? user, JsonElement process) => new(
        Text(connection, "timestamp")!, host, user, Text(process, "ImageFileName"), Text(process, "CommandLine"),
        Text(connection, "RemoteAddressIP4") ?? Text(connection, "RemoteAddressIP6")!, Text(connection, "RemotePort")!, Text(connection, "aid")!, Text(connection, "ContextProcessId")!);
}
