namespace DetectionKit.Engine;

/// <summary>A value that has a code, with its hash: most values that differ are told apart by it.</summary>
internal interface ICodedValue<T, TSelf> : IEquatable<TSelf>
    where T : class
    where TSelf : struct
{
    T? Value { get; }

    /// <summary>The form of a value that stands for all that are equal to it.</summary>
    static abstract T Plain(T value);

    static abstract TSelf Of(T value, uint hash);

    /// <summary>Asks for values that are about to be hashed, where that pays.</summary>
    static virtual void Prefetch(T?[] values, int[] rows, int count)
    {
    }

    /// <summary>Asks for a value that another is about to be compared with, where that pays.</summary>
    static virtual void Prefetch(in TSelf known)
    {
    }

    /// <summary>The hash of a value; it may look at parts of it only.</summary>
    static abstract uint HashOf(T value);

    /// <summary>A hash that looks at all of a value.</summary>
    static abstract uint FullHashOf(T value);

    /// <summary>The memory that a value takes, as an estimate.</summary>
    static abstract int BytesOf(T value);
}
