using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Mapping;

/// <summary>An endpoint's connection as a flow.</summary>
internal static class FlowOfConnection
{
    /// <summary>The decoder of flows that a decoder of connections makes.</summary>
    internal static IEventDecoder<NetworkFlow> Decoder(DecoderContext context, IEventDecoder<NetworkConnection> connections) => new MappedDecoder<NetworkConnection, NetworkFlow>(context, connections, Map);

    private static NetworkFlow Map(NetworkConnection connection) =>
        new(connection.Time, connection.Host, null, connection.Image, null, connection.RemoteAddress, connection.RemotePort, null, null, null, null, null);
}
