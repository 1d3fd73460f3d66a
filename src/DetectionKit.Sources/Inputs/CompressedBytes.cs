namespace DetectionKit.Sources.Inputs;

/// <summary>
/// Compressed bytes on their way into an inflater. It knows the piece that was given last, within which, or right after which, the inflater found its end,
/// and whether the inflater asked for more than there was.
/// </summary>
internal sealed class CompressedBytes(Stream inner) : ReadOnlyStream
{
    private const int MostAtOnce = 1 << 13;

    private byte[] _buffer = new byte[1 << 16];
    private int _pieceStart;
    private int _position;
    private int _end;

    /// <summary>Whether bytes were wanted after the last.</summary>
    public bool RanDry { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        _pieceStart = _position;
        if (_position == _end) Fill();
        var count = Math.Min(Math.Min(buffer.Length, MostAtOnce), _end - _position);
        _buffer.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        RanDry |= count == 0 && buffer.Length > 0;
        return count;
    }

    /// <summary>The next byte; -1 at the end.</summary>
    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 1 ? one[0] : -1;
    }

    /// <summary>The piece given last and what follows it, up to a number of bytes; fewer at the end.</summary>
    public ReadOnlySpan<byte> LastPiece(int following)
    {
        while (_end - _position < following && Fill())
        {
        }

        return _buffer.AsSpan(_pieceStart, Math.Min(_position + following, _end) - _pieceStart);
    }

    /// <summary>The length of the piece given last.</summary>
    public int LastPieceLength => _position - _pieceStart;

    /// <summary>Goes on after the first bytes of the piece given last and what follows it.</summary>
    public void GoOnAfter(int count) => _position = _pieceStart += count;

    private bool Fill()
    {
        if (_pieceStart > 0)
        {
            _buffer.AsSpan(_pieceStart, _end - _pieceStart).CopyTo(_buffer);
            (_position, _end, _pieceStart) = (_position - _pieceStart, _end - _pieceStart, 0);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = inner.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
