namespace DetectionKit;

/// <summary>The least or the greatest value so far, if any.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public struct Extreme<T>
{
    /// <summary>Whether there is one.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The value; <c>default</c> when there is none.</summary>
    public T? Value { get; private set; }

    /// <summary>Takes a value in place of the present one if it lies further in a direction.</summary>
    /// <param name="value">The value; null is none.</param>
    /// <param name="direction">-1 for the least, 1 for the greatest.</param>
    public void Offer(T? value, int direction)
    {
        if (value is null || (HasValue && ValueOrder<T>.Comparer.Compare(value, Value!) * direction <= 0)) return;
        HasValue = true;
        Value = PlainValue.Of(value);
    }

    internal readonly void Write(BinaryWriter writer)
    {
        writer.Write(HasValue);
        if (HasValue) ValueCodec<T>.Write(writer, Value!);
    }

    internal static Extreme<T> Read(BinaryReader reader) => reader.ReadBoolean() ? new() { HasValue = true, Value = ValueCodec<T>.Read(reader) } : default;
}
