namespace DetectionKit.Sources.Inputs;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class PrefixStream(Stream inner, bool leaveOpen) : ReadOnlyStream
{
    private const int Most = 4;

    private readonly byte[] _prefix = new byte[Most];
    private int _length;
    private int _given;

    /// <summary>The first bytes; fewer when there are no more.</summary>
    /// <param name="count">How many, at most four. A stream that has fewer for now is waited for.</param>
    public ReadOnlySpan<byte> Peek(int count)
    {
        int read;
        while (_length < count && (read = inner.Read(_prefix, _length, count - _length)) > 0) _length += read;
        return _prefix.AsSpan(0, _length);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_given == _length) return inner.Read(buffer);
        var count = Math.Min(buffer.Length, _length - _given);
        _prefix.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen) inner.Dispose();
        base.Dispose(disposing);
    }
}
