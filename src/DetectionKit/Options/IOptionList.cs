namespace DetectionKit;

/// <summary>What can be read from an <see cref="IOptionList{TSelf}"/> without knowing its type.</summary>
public interface IOptionList
{
    /// <summary>The items, as given and in the order given.</summary>
    IReadOnlyList<string> Items { get; }

    /// <summary>The items in one form and order, the same for lists that are equal: what the hash of options is made of.</summary>
    IReadOnlyList<string> CanonicalItems { get; }
}
