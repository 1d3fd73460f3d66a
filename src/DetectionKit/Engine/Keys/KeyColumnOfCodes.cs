namespace DetectionKit.Engine;

/// <summary>One part of a stage's keys, as codes.</summary>
internal abstract class KeyColumn<TCode> : KeyColumn
{
    // A field, for compiled loops: the codes of the block.
    public TCode[] Codes = [];

    internal abstract object? Boxed(TCode code);

    internal abstract void Write(CanonicalBytes bytes, TCode code);

    internal virtual void Mark(TCode code)
    {
    }
}
