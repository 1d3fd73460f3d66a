using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit.GroundTruth;

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
            ThrowIfMistyped(part);
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

    // A detection's own key parts may have any name, but one a slip away from a known name is a slip.
    private static void ThrowIfMistyped(string part)
    {
        var nearest = NearestName.Of(part, GroundTruthKey.PartNames)!;
        var distance = NearestName.Distance(part.ToUpperInvariant(), nearest.ToUpperInvariant());
        if (distance is > 0 and <= 1 || (distance == 2 && part.Length > nearest.Length / 2 && nearest.Length > 5))
            throw new JsonException($"A key has no part '{part}'. Did you mean {nearest}? A connection has {string.Join(", ", GroundTruthKey.PartNames)}.");
    }

    public override void Write(Utf8JsonWriter writer, GroundTruthKey value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var part in value.Names)
        {
            value.TryGet(part, out var text);
            writer.WriteString(part, text);
        }

        writer.WriteEndObject();
    }
}
