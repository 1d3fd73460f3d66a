using System.Globalization;
using System.Reflection;

namespace DetectionKit.CommandLine.Fields;

/// <summary>How often fields of one event type were missing in inputs of one format.</summary>
/// <param name="Event">The event type.</param>
/// <param name="Format">The format.</param>
/// <param name="Members">The fields that are read and that may be missing.</param>
internal sealed record FieldCount(Type Event, string Format, IReadOnlyList<PropertyInfo> Members)
{
    /// <summary>How many events there were.</summary>
    internal long Events { get; set; }

    /// <summary>In how many each field was missing.</summary>
    internal long[] Missing { get; } = new long[Members.Count];

    /// <summary>The fields that no event had.</summary>
    internal IEnumerable<string> Lacking => Members.Where((_, i) => Events > 0 && Missing[i] == Events).Select(member => member.Name);

    /// <summary>One line: those that were missing, or all.</summary>
    /// <param name="isWhole">Whether those are told of, too, that were always there.</param>
    internal string? Line(bool isWhole)
    {
        var parts = Members.Select((member, i) => (member.Name, Count: Missing[i])).Where(field => isWhole || field.Count > 0)
            .Select(field => field.Count == Events ? $"{field.Name} in all" : string.Create(CultureInfo.InvariantCulture, $"{field.Name} in {field.Count:N0} ({100.0 * field.Count / Events:0.#} %)")).ToList();
        return Events == 0 || parts.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"missing in {Events:N0} {Event.Name} events of {Format}: {string.Join(", ", parts)}");
    }
}
