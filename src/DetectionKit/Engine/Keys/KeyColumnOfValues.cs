namespace DetectionKit.Engine;

/// <summary>One part of a stage's keys, as values and codes.</summary>
internal abstract class KeyColumn<T, TCode> : KeyColumn<TCode>
{
    // A field, for compiled loops: the values of the block, where they are turned into codes together.
    public T[] Values = [];

    /// <summary>The code of a value. Called by compiled loops.</summary>
    public abstract TCode CodeOf(T value);

    /// <summary>The value of a code. Called by compiled loops.</summary>
    public abstract T ValueOf(TCode code);

    internal override void Reserve(int rows)
    {
        if (Codes.Length < rows) (Values, Codes) = (new T[rows], new TCode[rows]);
    }

    internal sealed override object? Boxed(TCode code) => ValueOf(code);

    internal sealed override void Write(CanonicalBytes bytes, TCode code) => ContentWriter<T>.Write(bytes, ValueOf(code));
}
