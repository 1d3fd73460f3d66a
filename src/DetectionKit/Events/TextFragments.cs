using System.Buffers;
using System.Runtime.CompilerServices;

namespace DetectionKit;

/// <summary>An immutable list of texts, such as <c>["-urlcache", "http://"]</c>, that are looked for anywhere in a command line, ordinal and ignoring case.</summary>
[CollectionBuilder(typeof(TextFragments), nameof(Of))]
public sealed class TextFragments : IOptionList<TextFragments>, IEquatable<TextFragments>
{
    private readonly SearchValues<string> _search;

    private TextFragments(string[] items)
    {
        Items = Array.AsReadOnly(items);
        _search = SearchValues.Create(items, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The list without a text: it is found nowhere.</summary>
    public static TextFragments Empty { get; } = new([]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The distinct texts in upper case, in ordinal order.</summary>
    public IReadOnlyList<string> CanonicalItems =>
        [.. Items.Select(static i => i.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The list of these texts.</summary>
    /// <exception cref="FormatException">A text is empty: it would be found everywhere.</exception>
    public static TextFragments Of(params ReadOnlySpan<string> items) => FromItems(items.ToArray());

    /// <inheritdoc/>
    public static TextFragments FromItems(IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var texts = items.Select(static i => i ?? "").ToArray();
        if (Array.FindIndex(texts, string.IsNullOrWhiteSpace) is >= 0 and var empty)
        {
            throw new FormatException($"Text {empty + 1} of {texts.Length} is empty and would be found everywhere: write a part of a command line, such as -urlcache.");
        }

        return texts.Length == 0 ? Empty : new(texts);
    }

    /// <summary>Whether one of the texts is in a text; in null there is none.</summary>
    public bool FoundIn(string? text) => text is not null && text.AsSpan().ContainsAny(_search);

    /// <summary>The first of the texts that is in a text, as given; null when none is.</summary>
    public string? Find(string? text) => text is null ? null : Items.FirstOrDefault(item => text.Contains(item, StringComparison.OrdinalIgnoreCase));

    /// <summary>The texts, in order.</summary>
    public IEnumerator<string> GetEnumerator() => Items.GetEnumerator();

    /// <summary>Whether both list the same texts, ignoring case and order.</summary>
    public bool Equals(TextFragments? other) => other is not null && CanonicalItems.SequenceEqual(other.CanonicalItems, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextFragments);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in CanonicalItems) hash.Add(item, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The texts when they are short, or else their number.</summary>
    public override string ToString() => ItemsText.Of(Items, "texts");
}
