namespace DetectionKit.Sources.Inputs;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class PrefixStream(Stream inner, bool leaveOpen) : ReadOnlyStream
{
    private readonly byte[] _prefix = new byte[3];
    private int _length;
    private int _given;

    /// <summary>The first three bytes; fewer when there are no more.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        int read;
        while (_length < _prefix.Length && (read = inner.Read(_prefix, _length, _prefix.Length - _length)) > 0) _length += read;
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
