namespace DetectionKit.Engine;

/// <summary>One part of a group's key: a struct around a value, so that the whole key is specialised by the JIT.</summary>
internal interface IKeyPart<TSelf, out T>
    where TSelf : struct
{
    T Value { get; }

    bool SameAs(in TSelf other);

    int Hash();

    void WriteTo(CanonicalBytes bytes);
}
