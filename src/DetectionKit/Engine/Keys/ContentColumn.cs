namespace DetectionKit.Engine;

/// <summary>Values of any other type, by their content.</summary>
internal sealed class ContentColumn<T> : CodedColumn<T, Content<T>, CodedContent<T>>
{
    public override int CodeOf(T value) => value is null ? 0 : ValuesByCode.CodeOf(Content<T>.Of(value));

    public override T ValueOf(int code) => code == 0 ? default! : ValuesByCode.ValueOf(code)!.Value;
}
