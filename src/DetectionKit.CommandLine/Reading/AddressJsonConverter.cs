using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit.CommandLine.Reading;

/// <summary>Reads an IP address from its text; an IPv4-mapped one is IPv4, as sources hand it over.</summary>
internal sealed class AddressJsonConverter : JsonConverter<IPAddress>
{
    /// <inheritdoc/>
    public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        if (!IPAddress.TryParse(text, out var address)) throw new JsonException($"'{text}' is no IP address.");
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
