namespace DetectionKit.Sources.Members.Storage;

/// <summary>What is known of a value that code handles.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Parameter">The parameter that it is, from 0, where it is one.</param>
internal readonly record struct StoredValue(StoredValueKind Kind, int Parameter = 0)
{
    /// <summary>One that is the same whenever the code runs.</summary>
    public static StoredValue Constant { get; } = new(StoredValueKind.Constant);

    /// <summary>The object itself.</summary>
    public static StoredValue This { get; } = new(StoredValueKind.This);

    /// <summary>Any other.</summary>
    public static StoredValue Other { get; } = new(StoredValueKind.Other);

    /// <summary>Whether it is the object itself, or what the code was given: what becomes of it must be known.</summary>
    public bool IsGiven => Kind is StoredValueKind.This or StoredValueKind.Parameter;

    /// <summary>What the code was given for one of its parameters, from 0.</summary>
    public static StoredValue Of(int parameter) => new(StoredValueKind.Parameter, parameter);
}
