using System.Collections.Immutable;

namespace DetectionKit;

/// <summary>Applies configuration to an array, list or set of scalars.</summary>
/// <param name="type">The type of the collection.</param>
internal sealed class CollectionBinding<TItem>(Type type) : OptionListBinding, ICollectionBinding
{
    private readonly OptionScalar _scalar = OptionScalar.For(typeof(TItem))!;

    public bool CanMake => type.IsSZArray || Immutable([]) is not null || type.IsAssignableFrom(typeof(List<TItem>)) || IsSet;

    private bool IsSet => type.IsAssignableFrom(typeof(HashSet<TItem>)) && !type.IsAssignableFrom(typeof(List<TItem>));

    // Names and paths are texts that compare ignoring case.
    private static IEqualityComparer<TItem> Comparer =>
        StringComparer.OrdinalIgnoreCase as IEqualityComparer<TItem> ?? EqualityComparer<TItem>.Default;

    internal override object? Apply(OptionListEdit edit, object? current, List<string> errors)
    {
        var items = edit.Replace is { } replace ? Read(replace, errors) : [.. Values(current)];
        foreach (var item in edit.Remove)
        {
            if (!TryRead(item, errors, out var removed)) continue;
            if (items.RemoveAll(i => Comparer.Equals(i, removed)) == 0) errors.Add(NotInList(item, items.Select(i => OptionFormat.Text(i) ?? "")));
        }

        items.AddRange(Read(edit.Add, errors));
        return Make(items, current);
    }

    internal override IReadOnlyList<string?>? Items(object? list) => IsNull(list) ? null : [.. Values(list).Select(v => OptionFormat.Text(v))];

    internal override IReadOnlyList<string?>? CanonicalItems(object? list)
    {
        var items = Items(list);
        return items is not null && list is IReadOnlySet<TItem> ? [.. items.Order(StringComparer.Ordinal)] : items;
    }

    private static bool IsNull(object? list) => list is null or ImmutableArray<TItem> { IsDefault: true };

    private static IEnumerable<TItem> Values(object? list) => IsNull(list) ? [] : (IEnumerable<TItem>)list!;

    private List<TItem> Read(IReadOnlyList<OptionListItem> texts, List<string> errors)
    {
        var items = new List<TItem>();
        foreach (var text in texts)
        {
            if (TryRead(text, errors, out var item)) items.Add(item);
        }

        return items;
    }

    private bool TryRead(OptionListItem text, List<string> errors, out TItem item)
    {
        var read = _scalar.TryRead(text.Text, out var value, out var problem);
        if (!read) errors.Add($"{text.Path} {problem}");
        item = read ? (TItem)value! : default!;
        return read;
    }

    private object? Make(List<TItem> items, object? current)
    {
        if (type.IsSZArray) return items.ToArray();
        if (Immutable(items) is { } immutable) return immutable;
        return IsSet ? new HashSet<TItem>(items, (current as HashSet<TItem>)?.Comparer) : items;
    }

    private object? Immutable(List<TItem> items)
    {
        if (type == typeof(ImmutableArray<TItem>)) return items.ToImmutableArray();
        if (type == typeof(ImmutableList<TItem>) || type == typeof(IImmutableList<TItem>)) return items.ToImmutableList();
        return type == typeof(ImmutableHashSet<TItem>) || type == typeof(IImmutableSet<TItem>) ? items.ToImmutableHashSet() : null;
    }
}
