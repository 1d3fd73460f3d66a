using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit.Simulator.GroundTruth;

/// <summary>Writes the named parts of a key, in their order, and reads them in any order.</summary>
internal sealed class GroundTruthKeyConverter : JsonConverter<GroundTruthKey>
{
    public override GroundTruthKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A key is an object such as { \"host\": \"WKS-1\" }.");
        var key = GroundTruthKey.Any;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var part = reader.GetString()!;
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) throw new JsonException($"The part '{part}' of a key is a string or null.");
            try
            {
                key = key.With(part, reader.GetString());
            }
            catch (ArgumentException problem)
            {
                // The parameter's name, which ArgumentException appends, says nothing to the author of a file.
                throw new JsonException(problem.Message.Split(" (Parameter ", 2)[0], problem);
            }
        }

        return key;
    }

    public override void Write(Utf8JsonWriter writer, GroundTruthKey value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var part in GroundTruthKey.PartNames)
        {
            if (value.TryGet(part, out var text)) writer.WriteString(part, text);
        }

        writer.WriteEndObject();
    }
}
