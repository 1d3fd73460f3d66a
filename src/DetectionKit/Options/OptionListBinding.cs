using System.Collections.Concurrent;

namespace DetectionKit;

/// <summary>Applies configuration to the lists of one type.</summary>
internal abstract class OptionListBinding
{
    private static readonly ConcurrentDictionary<Type, OptionListBinding?> s_bindings = new();

    /// <summary>The binding of a type; null when it is no list that configuration can hold.</summary>
    internal static OptionListBinding? For(Type type) => s_bindings.GetOrAdd(type, static t => Find(t));

    /// <summary>The list that results; errors are added when an item can't be read, and the result is then of no use.</summary>
    internal abstract object? Apply(OptionListEdit edit, object? current, List<string> errors);

    /// <summary>The items as text, in the order given; null when the list is.</summary>
    internal abstract IReadOnlyList<string?>? Items(object? list);

    /// <summary>The items as text, the same for lists that are equal; null when the list is.</summary>
    internal abstract IReadOnlyList<string?>? CanonicalItems(object? list);

    protected static string NotInList(OptionListItem item, IEnumerable<string> items) =>
        NearestName.Of(item.Text, items) is { } nearest
            ? $"{item.Path} is '{item.Text}', which is not in the list; the nearest item is {nearest}."
            : $"{item.Path} is '{item.Text}', but the list is empty.";

    private static OptionListBinding? Find(Type type)
    {
        if (SelfInterface.IsImplementedBy(type, typeof(IOptionList<>)))
        {
            return (OptionListBinding)Activator.CreateInstance(typeof(CustomListBinding<>).MakeGenericType(type))!;
        }

        if (OptionScalar.For(type) is not null || ItemOf(type) is not { } item || OptionScalar.For(item) is null) return null;
        var binding = (OptionListBinding)Activator.CreateInstance(typeof(CollectionBinding<>).MakeGenericType(item), type)!;
        return ((ICollectionBinding)binding).CanMake ? binding : null;
    }

    private static Type? ItemOf(Type type) =>
        type.IsSZArray ? type.GetElementType() : type is { IsGenericType: true, GenericTypeArguments: [var item] } ? item : null;
}
