using System.Runtime.CompilerServices;

namespace DetectionKit;

/// <summary>
/// An immutable list of image names, such as <c>["teams.exe", "chrome.exe"]</c>, which match the end of an image's path, ordinal and ignoring case.
/// Nothing need stand before the name: <c>teams.exe</c> matches <c>ms-teams.exe</c>, and <c>evilteams.exe</c> too. To compare the whole file name,
/// ask <see cref="Matches(string?, bool)"/>.
/// </summary>
[CollectionBuilder(typeof(ImageNames), nameof(Of))]
public sealed class ImageNames : IOptionList<ImageNames>, IEquatable<ImageNames>
{
    private readonly SuffixIndex _index;
    private IReadOnlyList<string>? _canonicalItems;

    private ImageNames(string[] items)
    {
        Items = Array.AsReadOnly(items);
        _index = new(items);
    }

    /// <summary>The list without a name: it matches nothing.</summary>
    public static ImageNames Empty { get; } = new([]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The distinct names in upper case, in ordinal order.</summary>
    public IReadOnlyList<string> CanonicalItems => _canonicalItems ??=
        [.. Items.Select(static i => i.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The list of these names.</summary>
    /// <exception cref="FormatException">A name is empty: it would match every image.</exception>
    public static ImageNames Of(params ReadOnlySpan<string> items) => FromItems(items.ToArray());

    /// <inheritdoc/>
    public static ImageNames FromItems(IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var names = items.Select(static i => i?.Trim() ?? "").ToArray();
        if (Array.IndexOf(names, "") is >= 0 and var empty)
        {
            throw new FormatException(
                $"Image name {empty + 1} of {names.Length} is empty and would match every image: write the end of a path, such as chrome.exe.");
        }

        return names.Length == 0 ? Empty : new(names);
    }

    /// <summary>Whether a path ends with one of the names; null does not.</summary>
    public bool Matches(string? path) => path is not null && _index.Find(path, wholeName: false) >= 0;

    /// <summary>Whether a path ends with one of the names; null does not.</summary>
    /// <param name="path">The path of an image.</param>
    /// <param name="wholeFileName">
    /// Whether the name must begin where the path does or after a <c>\</c> or <c>/</c>, so that <c>evilteams.exe</c> is not <c>teams.exe</c>.
    /// </param>
    public bool Matches(string? path, bool wholeFileName) => path is not null && _index.Find(path, wholeFileName) >= 0;

    /// <summary>The name that a path ends with, as given; null when it ends with none.</summary>
    /// <inheritdoc cref="Matches(string?, bool)" path="/param"/>
    public string? Find(string? path, bool wholeFileName = false) =>
        path is not null && _index.Find(path, wholeFileName) is >= 0 and var item ? Items[item] : null;

    /// <summary>The names, in order.</summary>
    public IEnumerator<string> GetEnumerator() => Items.GetEnumerator();

    /// <summary>Whether both list the same names, ignoring case and order.</summary>
    public bool Equals(ImageNames? other) => other is not null && CanonicalItems.SequenceEqual(other.CanonicalItems, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageNames);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in CanonicalItems) hash.Add(item, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The names when they are short, such as <c>[teams.exe, chrome.exe]</c>, or else their number, such as <c>[17 image names]</c>.</summary>
    public override string ToString() => ItemsText.Of(Items, "image names");
}
