using System.Globalization;

namespace DetectionKit.Tuning.Settings;

/// <summary>One option and the values that a sweep gives it.</summary>
/// <param name="Option">The option, as configuration names it: <c>MinConnections</c>, or <c>ExcludedImages:Add</c>.</param>
/// <param name="Values">The values as text, as configuration has them.</param>
public sealed record SweepAxis(string Option, IReadOnlyList<string> Values)
{
    private const int MostValues = 10_000;

    /// <summary>Reads <c>MinConnections=4..40</c> (whole numbers, both ends included), <c>MinConnections=4..40:2</c> (by twos) or <c>CriticalPorts=1,2,4</c>.</summary>
    /// <param name="text">The text; lists and ranges may be mixed, and a value that stands twice counts once.</param>
    /// <exception cref="FormatException">It is not of that form: the message says how to write it.</exception>
    public static SweepAxis Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var split = text.IndexOf('=', StringComparison.Ordinal);
        if (split <= 0 || split == text.Length - 1) throw new FormatException($"'{text}' is no sweep: write Option=4..40, Option=4..40:2 or Option=1,2,4.");
        var values = text[(split + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Part(text, part)).Distinct().Take(MostValues + 1).ToList();
        if (values.Count > MostValues) throw new FormatException($"'{text}' has more than {MostValues} values: sweep by larger steps, such as Option=0..100000:100.");
        return new(text[..split].Trim(), values);
    }

    private static IEnumerable<string> Part(string text, string part)
    {
        var dots = part.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return [part];
        var (first, rest) = (part[..dots], part[(dots + 2)..].Split(':'));
        if (rest.Length <= 2 && Number(first, out var from) && Number(rest[0], out var to) && Number(rest.Length == 2 ? rest[1] : "1", out var step))
        {
            if (step <= 0 || to < from) throw new FormatException($"'{text}': {part} has no values. A range rises, by a step above zero.");
            return Range(from, to, step);
        }

        throw new FormatException($"'{text}': {part} is no range of numbers. Write 4..40, or 4..40:2 for every second.");
    }

    private static IEnumerable<string> Range(decimal from, decimal to, decimal step)
    {
        for (var value = from; value <= to; value += step) yield return value.ToString(CultureInfo.InvariantCulture);
    }

    private static bool Number(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number);
}
