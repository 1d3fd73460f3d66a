namespace DetectionKit;

/// <summary>Applies configuration to a list that makes itself of texts.</summary>
internal sealed class CustomListBinding<TList> : OptionListBinding
    where TList : IOptionList<TList>
{
    internal override object? Apply(OptionListEdit edit, object? current, List<string> errors)
    {
        var count = errors.Count;
        foreach (var item in (edit.Replace ?? []).Concat(edit.Add)) Check(item, errors);
        var items = edit.Replace?.Select(i => i.Text).ToList() ?? [.. (current as IOptionList)?.Items ?? []];
        foreach (var item in edit.Remove)
        {
            if (items.RemoveAll(i => TList.IsSameItem(i, item.Text)) == 0) errors.Add(NotInList(item, items));
        }

        return errors.Count > count ? null : TList.FromItems(items.Concat(edit.Add.Select(i => i.Text)));
    }

    internal override IReadOnlyList<string?>? Items(object? list) => (list as IOptionList)?.Items;

    internal override IReadOnlyList<string?>? CanonicalItems(object? list) => (list as IOptionList)?.CanonicalItems;

    /// <summary>Each by itself, so that an error names the key of its item.</summary>
    private static void Check(OptionListItem item, List<string> errors)
    {
        try
        {
            TList.FromItems([item.Text]);
        }
        catch (FormatException wrong)
        {
            errors.Add($"{item.Path}: {wrong.Message}");
        }
    }
}
