using System.Runtime.ExceptionServices;

namespace DetectionKit.Sources.Inputs;

/// <summary>
/// Reads a stream one piece ahead on another thread, so that what it takes to make the next piece (to inflate it) goes on while the last one is looked at. What the stream throws comes to
/// whoever reads the piece that failed.
/// </summary>
internal sealed class ReadAheadStream(Stream inner) : ReadOnlyStream
{
    private const int PieceBytes = 1 << 19;

    private byte[] _piece = new byte[PieceBytes];
    private byte[] _next = new byte[PieceBytes];
    private Task<int>? _reading;
    private int _start;
    private int _end;
    private bool _ended;
    private ExceptionDispatchInfo? _failure;

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end && !TryTake()) return 0;
        var count = Math.Min(buffer.Length, _end - _start);
        _piece.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // A stream can't be closed under a read.
            if (_reading is { } reading) Task.WaitAny(reading);
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryTake()
    {
        if (_ended) return false;
        _reading ??= Begin();

        // A piece that no thread has begun to read is read here.
        var read = _reading.GetAwaiter().GetResult();
        _ended = read == 0;
        if (_ended) return false;
        (_piece, _next) = (_next, _piece);
        (_start, _end) = (0, read);
        _reading = Begin();
        return true;
    }

    private Task<int> Begin()
    {
        var piece = _next;
        return Task.Run(() => Fill(piece));
    }

    // A failure after some bytes is for the next piece: what was read before it counts.
    private int Fill(byte[] piece)
    {
        _failure?.Throw();
        var filled = 0;
        while (filled < piece.Length)
        {
            int read;
            try
            {
                read = inner.Read(piece, filled, piece.Length - filled);
            }
            catch (Exception e) when (filled > 0)
            {
                _failure = ExceptionDispatchInfo.Capture(e);
                return filled;
            }

            if (read == 0) break;
            filled += read;
        }

        return filled;
    }
}
