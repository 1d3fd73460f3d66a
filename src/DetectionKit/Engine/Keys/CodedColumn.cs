namespace DetectionKit.Engine;

/// <summary>Values that have codes.</summary>
internal abstract class CodedColumn<T, TContent, TCoded> : KeyColumn<T, int>
    where TContent : class
    where TCoded : struct, ICodedValue<TContent, TCoded>
{
    internal sealed override long CodedBytes => ValuesByCode.Bytes;

    protected ValueCodes<TContent, TCoded> ValuesByCode { get; } = new();

    internal sealed override void BeginMarking() => ValuesByCode.BeginMarking();

    internal sealed override void Mark(int code) => ValuesByCode.Mark(code);

    internal override void Sweep() => ValuesByCode.Sweep();
}
