namespace DetectionKit.Engine;

/// <summary>Numbers, enums, times, Guids, or one of these or nothing: each is its own code.</summary>
internal sealed class ScalarColumn<T> : KeyColumn<T, T>
{
    public override T CodeOf(T value) => PlainValue.Of(value);

    public override T ValueOf(T code) => code;
}
