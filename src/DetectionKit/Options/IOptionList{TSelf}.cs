namespace DetectionKit;

/// <summary>
/// An option that is a list of texts with a meaning of its own, such as networks or image names. The binder makes it from its items, so a
/// new kind of list needs nothing but this interface.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IOptionList<TSelf> : IOptionList
    where TSelf : IOptionList<TSelf>
{
    /// <summary>Makes a list of <paramref name="items"/>.</summary>
    /// <exception cref="FormatException">An item is not one of this kind; the message names it and says what is expected.</exception>
    static abstract TSelf FromItems(IEnumerable<string> items);

    /// <summary>Whether two items mean the same, so that a configured <c>Remove</c> finds its item. By default: the same text, ignoring case.</summary>
    static virtual bool IsSameItem(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
