using System.Runtime.ExceptionServices;

namespace DetectionKit.Sources.Inputs;

/// <summary>
/// Reads a stream a few pieces ahead on a thread of its own, so that what it takes to make the next pieces (to inflate them) goes on while the last one is looked at. What the stream throws comes to
/// whoever reads on after the last byte before it.
/// </summary>
internal sealed class ReadAheadStream(Stream inner) : ReadOnlyStream
{
    private const int PieceBytes = 1 << 18;
    private const int Pieces = 4;

    // Once all pieces are full, the thread sleeps until so many are empty: it is woken seldom.
    private const int EmptyToGoOn = Pieces / 2;

    private readonly object _gate = new();
    private readonly Queue<(byte[] Bytes, int Length)> _ready = [];
    private readonly Stack<byte[]> _empty = [];
    private byte[] _piece = [];
    private int _start;
    private int _end;
    private Task? _reading;
    private ExceptionDispatchInfo? _failure;
    private bool _ended;
    private bool _stopped;

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
            lock (_gate)
            {
                _stopped = true;
                Monitor.PulseAll(_gate);
            }

            // A stream can't be closed under a read.
            _reading?.Wait();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryTake()
    {
        lock (_gate)
        {
            if (_reading is null) Begin();
            else if (_piece.Length > 0) _empty.Push(_piece);
            (_piece, _start, _end) = ([], 0, 0);
            if (_empty.Count == EmptyToGoOn) Monitor.PulseAll(_gate);
            while (_ready.Count == 0 && !_ended) Monitor.Wait(_gate);
            if (_ready.TryDequeue(out var next))
            {
                (_piece, _end) = next;
                return true;
            }
        }

        _failure?.Throw();
        return false;
    }

    private void Begin()
    {
        for (var i = 0; i < Pieces; i++) _empty.Push(new byte[PieceBytes]);
        _reading = Task.Factory.StartNew(ReadAll, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    private void ReadAll()
    {
        while (true)
        {
            byte[]? piece;
            lock (_gate)
            {
                if (_empty.Count == 0)
                {
                    while (_empty.Count < EmptyToGoOn && !_stopped) Monitor.Wait(_gate);
                }

                if (_stopped) return;
                piece = _empty.Pop();
            }

            var (filled, isWhole) = Fill(piece);
            lock (_gate)
            {
                if (filled > 0) _ready.Enqueue((piece, filled));
                _ended = !isWhole;
                Monitor.PulseAll(_gate);
                if (_ended) return;
            }
        }
    }

    // A failure after some bytes comes after them: what was read before it counts.
    private (int Filled, bool IsWhole) Fill(byte[] piece)
    {
        var filled = 0;
        try
        {
            while (filled < piece.Length)
            {
                var read = inner.Read(piece, filled, piece.Length - filled);
                if (read == 0) return (filled, false);
                filled += read;
            }
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            return (filled, false);
        }

        return (filled, true);
    }
}
