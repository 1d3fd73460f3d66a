namespace DetectionKit.Engine;

/// <summary>A key part and the parts after it.</summary>
internal readonly struct KeyCell<TPart, T, TRest>(TPart part, TRest rest) : IGroupKey<KeyCell<TPart, T, TRest>>
    where TPart : struct, IKeyPart<TPart, T>
    where TRest : struct, IGroupKey<TRest>
{
    public readonly TPart Part = part;
    public readonly TRest Rest = rest;

    public bool Equals(KeyCell<TPart, T, TRest> other) => Part.SameAs(other.Part) && Rest.Equals(other.Rest);

    public override bool Equals(object? obj) => obj is KeyCell<TPart, T, TRest> other && Equals(other);

    public override int GetHashCode() => unchecked((Rest.GetHashCode() * (int)0x9E3779B1) ^ Part.Hash());

    public void WriteTo(CanonicalBytes bytes)
    {
        Part.WriteTo(bytes);
        Rest.WriteTo(bytes);
    }

    public void AddValuesTo(List<object?> values)
    {
        values.Add(Part.Value);
        Rest.AddValuesTo(values);
    }
}
