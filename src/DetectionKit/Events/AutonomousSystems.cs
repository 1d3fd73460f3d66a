using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace DetectionKit;

/// <summary>An immutable list of numbers of autonomous systems, such as <c>["14061", "AS16276"]</c>: whose networks addresses belong to (RFC 6793: 1 to 4,294,967,294).</summary>
[CollectionBuilder(typeof(AutonomousSystems), nameof(Of))]
public sealed class AutonomousSystems : IOptionList<AutonomousSystems>, IEquatable<AutonomousSystems>
{
    private const long Last = 4_294_967_294;
    private readonly FrozenSet<long> _numbers;

    private AutonomousSystems(string[] items, IEnumerable<long> numbers)
    {
        Items = Array.AsReadOnly(items);
        _numbers = numbers.ToFrozenSet();
    }

    /// <summary>The list without a number: nothing is in it.</summary>
    public static AutonomousSystems Empty { get; } = new([], []);

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The distinct numbers, in order.</summary>
    public IReadOnlyList<string> CanonicalItems => [.. _numbers.Order().Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The list of these numbers.</summary>
    /// <exception cref="FormatException">One is no such number.</exception>
    public static AutonomousSystems Of(params ReadOnlySpan<string> items) => FromItems(items.ToArray());

    /// <inheritdoc/>
    public static AutonomousSystems FromItems(IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var texts = items.Select(item => item?.Trim() ?? "").ToArray();
        return texts.Length == 0 ? Empty : new(texts, texts.Select(Read));
    }

    /// <summary>Whether a system is in the list; null is not.</summary>
    public bool Contains(long? number) => number is { } known && _numbers.Contains(known);

    /// <summary>The numbers, in order.</summary>
    public IEnumerator<string> GetEnumerator() => Items.GetEnumerator();

    /// <summary>Whether both list the same numbers.</summary>
    public bool Equals(AutonomousSystems? other) => other is not null && _numbers.SetEquals(other._numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AutonomousSystems);

    /// <inheritdoc/>
    public override int GetHashCode() => _numbers.Aggregate(0, (hash, number) => hash ^ number.GetHashCode());

    /// <summary>The numbers when they are few, or else how many they are.</summary>
    public override string ToString() => ItemsText.Of(Items, "autonomous systems");

    private static long Read(string text)
    {
        var digits = text.StartsWith("AS", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Last
            ? number
            : throw new FormatException($"'{text}' is no autonomous system: write a number from 1 to {Last}, such as 14061 or AS14061.");
    }
}
