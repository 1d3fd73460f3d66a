using System.Net;
using System.Text.Json;

namespace DetectionKit;

/// <summary>Writes values of any type to a checkpoint and reads them again.</summary>
internal static class ValueCodec<T>
{
    internal static void Write(BinaryWriter writer, T value)
    {
        switch (value)
        {
            case null: writer.Write(false); return;
            case IPAddress address: writer.Write(true); writer.Write(address.ToString()); return;
            default: writer.Write(true); writer.Write(JsonSerializer.Serialize(value)); return;
        }
    }

    internal static T Read(BinaryReader reader)
    {
        if (!reader.ReadBoolean()) return default!;
        var text = reader.ReadString();
        return typeof(T) == typeof(IPAddress) ? (T)(object)IPAddress.Parse(text) : JsonSerializer.Deserialize<T>(text)!;
    }
}
