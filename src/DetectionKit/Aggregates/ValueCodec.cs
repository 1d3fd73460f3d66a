using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit;

/// <summary>Writes values of any type to a checkpoint and reads them again.</summary>
internal static class ValueCodec<T>
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        // Tuples have fields, and reals have values that JSON has no number for.
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new AddressConverter() },
    };

    internal static void Write(BinaryWriter writer, T value)
    {
        switch (value)
        {
            case null: writer.Write(false); return;
            case IPAddress address: writer.Write(true); writer.Write(address.ToString()); return;
            case string text: writer.Write(true); WriteText(writer, text); return;
            default: writer.Write(true); WriteText(writer, JsonSerializer.Serialize(value, s_json)); return;
        }
    }

    internal static T Read(BinaryReader reader)
    {
        if (!reader.ReadBoolean()) return default!;
        if (typeof(T) == typeof(IPAddress)) return (T)(object)IPAddress.Parse(reader.ReadString());
        var text = ReadText(reader);
        return typeof(T) == typeof(string) ? (T)(object)text : JsonSerializer.Deserialize<T>(text, s_json)!;
    }

    // As UTF-16: a surrogate without its other half would not come back from UTF-8.
    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write7BitEncodedInt(text.Length);
        foreach (var unit in text) writer.Write((ushort)unit);
    }

    private static string ReadText(BinaryReader reader) => string.Create(reader.Read7BitEncodedInt(), reader, static (text, reader) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = (char)reader.ReadUInt16();
    });

    private sealed class AddressConverter : JsonConverter<IPAddress>
    {
        public override IPAddress? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } text ? IPAddress.Parse(text) : null;

        public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
