using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace DetectionKit.Engine;

/// <summary>The parts of content that are written by loops and look-ups rather than by one built expression.</summary>
internal static class ContentParts
{
    internal static void Formatted<T>(CanonicalBytes bytes, T value)
        where T : IFormattable => bytes.Text(value?.ToString(null, CultureInfo.InvariantCulture));

    internal static void Sequence<T>(CanonicalBytes bytes, IEnumerable? values)
    {
        if (ItemsOf<T>(values) is not { } items)
        {
            bytes.Null();
            return;
        }

        bytes.EnterItems(items.GetType());
        bytes.Sequence(items.Count);
        foreach (var item in items) ContentWriter<T>.Write(bytes, item);
        bytes.Leave();
    }

    internal static void Set<T>(CanonicalBytes bytes, IEnumerable? values)
    {
        if (ItemsOf<T>(values) is not { } items)
        {
            bytes.Null();
            return;
        }

        bytes.EnterItems(items.GetType());
        var parts = bytes.ForParts();
        var written = new List<byte[]>(items.Count);
        foreach (var item in items)
        {
            parts.NextPart();
            ContentWriter<T>.Write(parts, item);
            written.Add(parts.ToArray());
        }

        written.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
        bytes.Set(written.Count);
        foreach (var part in written) bytes.Raw(part);
        bytes.Leave();
    }

    /// <summary>
    /// An object whose declared type leaves its members open: values that tell their kind as they are, structures after the name of their type.
    /// </summary>
    internal static void Open<T>(CanonicalBytes bytes, T value)
    {
        if (value is null) bytes.Null();
        else OpenContent.Of(value.GetType())(bytes, value);
    }

    private static ICollection<T>? ItemsOf<T>(IEnumerable? values) => values switch
    {
        null => null,
        // The default of an immutable array is no array: it can't be listed.
        ImmutableArray<T> array => array.IsDefault ? null : array,
        ICollection<T> collection => collection,
        IEnumerable<T> items => items.ToList(),
        _ => values.Cast<T>().ToList(),
    };
}
