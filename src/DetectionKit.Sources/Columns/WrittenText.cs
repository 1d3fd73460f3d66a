namespace DetectionKit.Sources.Columns;

/// <summary>Where a value stands in a block's bytes: the inside of a text, or another value.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Mark">How long it is; the complement where backslashes in it are escapes.</param>
internal readonly record struct WrittenText(int Start, int Mark)
{
    /// <summary>How long it is.</summary>
    public int Length => Mark < 0 ? ~Mark : Mark;

    /// <summary>Whether backslashes in it are escapes.</summary>
    public bool IsEscaped => Mark < 0;
}
