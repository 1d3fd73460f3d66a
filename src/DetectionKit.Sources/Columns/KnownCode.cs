using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>The index that a text has among those of a column, kept with the text: it is looked up once for each version of them. For one column only.</summary>
internal struct KnownCode
{
    private int _version;
    private int _code;

    /// <summary>The index of a text, always the same one.</summary>
    public int Of(string text, CodedTexts texts)
    {
        if (_version == texts.Version) return _code;
        return Keep(texts.IndexOf(text), texts);
    }

    /// <inheritdoc cref="Of(string, CodedTexts)"/>
    public int Of(in CompactText text, CodedTexts texts)
    {
        if (_version == texts.Version) return _code;
        return Keep(text.IndexIn(texts), texts);
    }

    private int Keep(int code, CodedTexts texts)
    {
        (_version, _code) = (texts.Version, code);
        return code;
    }
}
