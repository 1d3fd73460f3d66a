using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>Writes any value as JSON: by its public properties, what is no number JSON has as null, enums by their label or name.</summary>
internal static class ValueJson
{
    // Deeper than any alert; a cycle ends here.
    private const int MaxDepth = 16;

    internal static void Write(Utf8JsonWriter json, object? value, int depth = 0)
    {
        if (value is null) json.WriteNullValue();
        else if (ScalarText.Of(value) is { } text) json.WriteStringValue(text);
        else if (value is bool flag) json.WriteBooleanValue(flag);
        else if (!WriteNumber(json, value)) WriteParts(json, value, depth);
    }

    private static bool WriteNumber(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case sbyte or short or int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); return true;
            case byte or ushort or uint or ulong: json.WriteNumberValue(Convert.ToUInt64(value, CultureInfo.InvariantCulture)); return true;
            case decimal number: json.WriteNumberValue(number); return true;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); return true;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); return true;
            case double or float: json.WriteNullValue(); return true;
            default: return false;
        }
    }

    private static void WriteParts(Utf8JsonWriter json, object value, int depth)
    {
        if (depth >= MaxDepth || value is Delegate or System.Reflection.MemberInfo) json.WriteStringValue(value.ToString());
        else if (value is JsonElement element) element.WriteTo(json);
        else if (value is IOptionList list) WriteItems(json, list.Items, depth);
        else if (value is IEnumerable<KeyValuePair<string, object?>> fields) WriteFields(json, fields, depth);
        else if (value is IDictionary map) WriteFields(json, Fields(map), depth);
        else if (value is IEnumerable items) WriteItems(json, items, depth);
        else if (value is IFormattable formattable) json.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture));
        else if (ValueMembers.Of(value.GetType()) is { Count: > 0 } members) WriteFields(json, members.Select(m => KeyValuePair.Create(m.Name, m.Get(value))), depth);
        else json.WriteStringValue(value.ToString());
    }

    private static IEnumerable<KeyValuePair<string, object?>> Fields(IDictionary map)
    {
        foreach (DictionaryEntry entry in map) yield return new(ScalarText.Of(entry.Key) ?? Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!, entry.Value);
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items, int depth)
    {
        json.WriteStartArray();
        foreach (var item in items) Write(json, item, depth + 1);
        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields, int depth)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            Write(json, value, depth + 1);
        }

        json.WriteEndObject();
    }
}
