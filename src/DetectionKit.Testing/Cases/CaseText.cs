using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using DetectionKit.Testing.Events;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Cases;

/// <summary>Cases as C#, to be kept beside the rule.</summary>
public static class CaseText
{
    /// <summary>The case as an expression that makes it.</summary>
    /// <param name="one">The case.</param>
    public static string Of(DetectionCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var text = new StringBuilder();
        foreach (var (index, kind) in CaseEvents.Of(one).GroupBy(e => e.GetType()).Index())
        {
            var type = kind.Key.Name;
            text.Append(index == 0 ? $"DetectionCase.Of<{type}>({Value(one.Name)}, [\n" : $".And<{type}>([\n");
            foreach (var e in kind) text.Append("    ").Append(Made(e)).Append(",\n");
            text.Append("])");
        }

        if (one.Options is { } options) text.Append(".With(").Append($"new {options.GetType().Name} {{ {OptionsOf(one)} }}").Append(')');
        return text.Append(Expectation(one)).ToString();
    }

    /// <summary>The options of a case that differ from the defaults, as they are set in C#; empty where none do. Lists are left out.</summary>
    public static string OptionsOf(DetectionCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Options is { } options ? Options(options) : "";
    }

    private static string Expectation(DetectionCase one) => one.Expected switch
    {
        null => "",
        { Alerts: 0 } => ".StaysSilent()",
        { Tiers: { } tiers } => $".Fires({string.Join(", ", tiers.Select(tier => Value(tier)))})",
        { Alerts: 1 } => ".Fires()",
        { Alerts: var alerts } => $".FiresTimes({alerts})",
    };

    private static string Options(object options)
    {
        var defaults = Activator.CreateInstance(options.GetType());
        var changed = OptionVariants.Settable(options.GetType()).Where(p => !Equals(p.GetValue(options), p.GetValue(defaults)) && p.GetValue(options) is not IEnumerable);
        return string.Join(", ", changed.Select(p => $"{p.Name} = {Value(p.GetValue(options))}"));
    }

    private static string Made(object e)
    {
        var type = e.GetType();
        var members = EventShape.Of(type).Members.Keys.Select(name => (Name: name, Value: Value(type.GetProperty(name)!.GetValue(e)))).ToList();
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [];
        var arguments = constructor.Select(p => members.Find(m => m.Name.Equals(p.Name, StringComparison.OrdinalIgnoreCase)).Value);
        var rest = members.Where(m => !constructor.Any(p => p.Name!.Equals(m.Name, StringComparison.OrdinalIgnoreCase))).Select(m => $"{m.Name} = {m.Value}").ToList();
        return $"new({string.Join(", ", arguments)})" + (rest.Count == 0 ? "" : $" {{ {string.Join(", ", rest)} }}");
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => text.Contains('\\', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) && !text.Any(char.IsControl) ? $"@\"{text}\"" : System.Text.Json.JsonSerializer.Serialize(text),
        char letter => $"'{letter}'",
        bool truth => truth ? "true" : "false",
        DateTimeOffset time => $"DateTimeOffset.Parse(\"{time.ToUniversalTime():yyyy-MM-ddTHH:mm:ss.fffffff}Z\", CultureInfo.InvariantCulture)",
        TimeSpan span => $"TimeSpan.FromTicks({span.Ticks})",
        IPAddress address => $"IPAddress.Parse(\"{address}\")",
        Guid id => $"Guid.Parse(\"{id}\")",
        Enum known => $"{known.GetType().Name}.{known}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Value))}]",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"default({value.GetType().Name})",
    };
}
