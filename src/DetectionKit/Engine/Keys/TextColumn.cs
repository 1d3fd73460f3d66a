namespace DetectionKit.Engine;

/// <summary>Texts, ordinal. Null is not "".</summary>
internal sealed class TextColumn : CodedColumn<string?, string, CodedText>
{
    public override int CodeOf(string? value) => ValuesByCode.CodeOf(value);

    public override string? ValueOf(int code) => ValuesByCode.ValueOf(code);

    internal override void Encode(int count)
    {
        if (!HasCodesOfBlock) ValuesByCode.Encode(Values, count, Codes);
    }
}
