namespace DetectionKit.Engine;

/// <summary>A value with its canonical bytes.</summary>
internal sealed record Content<T>(T Value, byte[] Bytes)
{
    internal static Content<T> Of(T value)
    {
        var bytes = new CanonicalBytes();
        ContentWriter<T>.Write(bytes, value);
        return new(value, bytes.ToArray());
    }
}
