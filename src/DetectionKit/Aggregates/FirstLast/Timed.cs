using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>A value with its event time, if any.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public struct Timed<T>
{
    /// <summary>Whether there is one.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The value; <c>default</c> when there is none.</summary>
    public T? Value { get; private set; }

    /// <summary>Its event time, in UTC ticks.</summary>
    public long Time { get; private set; }

    /// <summary>Takes a value in place of the present one if it is earlier (or later); of two at one time the lesser by content stays.</summary>
    /// <param name="value">The value.</param>
    /// <param name="time">Its event time.</param>
    /// <param name="direction">-1 for the first, 1 for the last.</param>
    public void Offer(T? value, long time, int direction)
    {
        if (HasValue)
        {
            var order = time.CompareTo(Time) * direction;
            if (order < 0 || (order == 0 && ContentOrder<T>.Instance.Compare(value, Value) >= 0)) return;
        }

        HasValue = true;
        Value = PlainValue.Of(value);
        Time = time;
    }

    internal readonly void Write(BinaryWriter writer)
    {
        writer.Write(HasValue);
        if (!HasValue) return;
        writer.Write(Time);
        ValueCodec<T>.Write(writer, Value!);
    }

    internal static Timed<T> Read(BinaryReader reader) => reader.ReadBoolean() ? new() { HasValue = true, Time = reader.ReadInt64(), Value = ValueCodec<T>.Read(reader) } : default;
}
