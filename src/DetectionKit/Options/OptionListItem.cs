namespace DetectionKit;

/// <summary>One configured item of a list.</summary>
/// <param name="Path">The key that it comes from.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct OptionListItem(string Path, string Text);
