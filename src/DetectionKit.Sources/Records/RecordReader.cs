using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Records;

/// <summary>
/// Reads a stream in big blocks and hands out its records as bytes, without a copy: one a line, or documents over several lines. Knows nothing of formats.
/// A stream that fails is read as far as it goes: see <see cref="Fault"/>.
/// </summary>
internal sealed class RecordReader : IRecordFeed
{
    private readonly Stream _stream;
    private readonly int _bufferBytes;
    private readonly int _maxBytes;
    private byte[] _buffer;
    private int _start;      // where the record at hand, or what follows the last one, begins
    private int _scanned;    // up to where its end was looked for
    private int _end;
    private int _recordStart;
    private int _recordLength;
    private long _lines;
    private bool _ended;
    private bool _fillNext;
    private bool _skipping;
    private bool _inDocument;
    private bool _keeping = true;
    private bool _bomSeen;
    private RecordFraming _framing;
    private JsonObjectScan _scan;

    public RecordReader(Stream stream, int bufferBytes, int maxRecordBytes)
    {
        _stream = stream;
        (_bufferBytes, _maxBytes) = (bufferBytes, maxRecordBytes);
        _buffer = new byte[bufferBytes];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan(_recordStart, _recordLength);

    /// <inheritdoc/>
    public long Line { get; private set; }

    /// <inheritdoc/>
    public long Lines => _lines;

    /// <inheritdoc/>
    public long Bytes { get; private set; }

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <summary>Whether it waits until its buffer is full: not where what has come is wanted before what may be long in coming.</summary>
    public bool FillsUp { get; init; }

    /// <summary>Where the record found last begins in the buffer.</summary>
    public int RecordStart => _recordStart;

    /// <summary>The bytes in memory.</summary>
    public int Buffered => _end;

    /// <summary>Goes back to the beginning; possible until <see cref="Forget"/>.</summary>
    public void Rewind()
    {
        (_start, _scanned, _recordLength, _lines, Bytes, Line) = (0, 0, 0, 0, 0, 0);
        (_skipping, _inDocument, _fillNext, _bomSeen, _scan) = (false, false, false, false, default);
    }

    /// <summary>Lets go of what has been read, from now on: no way back.</summary>
    public void Forget() => _keeping = false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecordStatus Next()
    {
        while (true)
        {
            if (TryFind() is { } found) return found;
            if (_ended) return Last();
            if (!_fillNext)
            {
                _fillNext = true;
                return RecordStatus.Pending;
            }

            Fill();
        }
    }

    /// <summary>The next record, if it is a line that a finder finds; else null, and <see cref="Next"/> is to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RecordStatus? NextLine(ILineFinder finder)
    {
        if (_framing != RecordFraming.Lines || !_bomSeen || _start == _end) return null;
        var length = finder.FindLineBreak(_buffer.AsSpan(_start, _end - _start));
        if (length < 0) return null;
        var begin = _start;
        Pass(length + 1);
        return Take(begin, length, ++_lines);
    }

    /// <summary>Goes on in another buffer, and leaves the one that the records found so far stand in to the caller.</summary>
    /// <param name="buffer">The other buffer; another is made if it is too small, or as large as a line took that has passed.</param>
    /// <returns>The buffer so far.</returns>
    public byte[] MoveTo(byte[] buffer)
    {
        var old = _buffer;

        var needed = Math.Max(_bufferBytes, _end - _start);
        if (buffer.Length < needed || buffer.Length > needed * 2L) buffer = new byte[needed];
        old.AsSpan(_start, _end - _start).CopyTo(buffer);
        (_buffer, _scanned, _end, _start, _recordStart, _recordLength) = (buffer, _scanned - _start, _end - _start, 0, 0, 0);
        return old;
    }

    /// <summary>Passes all lines that end in memory, right after a record, without telling them apart; none where records are not lines. <see cref="Lines"/> and <see cref="Line"/> do not count them.</summary>
    public UncutLines? PassLines()
    {
        if (_framing != RecordFraming.Lines) return null;
        var length = _buffer.AsSpan(_start, _end - _start).LastIndexOf((byte)'\n') + 1;
        var passed = new UncutLines(_start, length, _lines, _maxBytes);
        Pass(length);
        return passed;
    }

    /// <summary>Makes a record of bytes: what may stand around it is cut off.</summary>
    /// <param name="buffer">What they stand in.</param>
    /// <param name="maxBytes">The longest that they may be.</param>
    /// <param name="begin">Where they begin.</param>
    /// <param name="length">How long they are.</param>
    /// <returns>What they are; null where they are blank.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RecordStatus? Trim(ReadOnlySpan<byte> buffer, int maxBytes, ref int begin, ref int length)
    {
        if (length > maxBytes)
        {
            length = 0;
            return RecordStatus.TooLong;
        }

        while (length > 0 && buffer[begin + length - 1] is (byte)'\r' or (byte)' ' or (byte)'\t') length--;
        while (length > 0 && buffer[begin] is (byte)' ' or (byte)'\t') (begin, length) = (begin + 1, length - 1);
        return length > 0 ? RecordStatus.Record : null;
    }

    public void Dispose() => _stream.Dispose();

    private RecordStatus? TryFind()
    {
        if (_framing == RecordFraming.Unknown || !_bomSeen)
        {
            if (!_ended && _end < 3) return null;
            SkipByteOrderMark();
            _framing = FramingDetection.Detect(_buffer.AsSpan(_start, Math.Min(_end - _start, _maxBytes)), _ended || _end - _start >= _maxBytes);
            if (_framing == RecordFraming.Unknown) return null;
        }

        return _framing == RecordFraming.Lines ? FindLine() : FindDocument();
    }

    private void SkipByteOrderMark()
    {
        if (_bomSeen) return;
        _bomSeen = true;
        if (_buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) Pass(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecordStatus? FindLine()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            if (length < 0)
            {
                _scanned = _end;
                if (_end - _start > _maxBytes) Drop();
                return null;
            }

            length += _scanned - _start;
            var begin = _start;
            Pass(length + 1);
            _lines++;
            if (Take(begin, length, _lines) is { } status) return status;
        }
    }

    private RecordStatus? FindDocument()
    {
        while (true)
        {
            if (!_inDocument)
            {
                if (!_skipping) PassLines(_buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept(" \t\r\n[],"u8) is var n and >= 0 ? n : _end - _start);
                if (_start == _end) return null;
                if (_skipping || _buffer[_start] != (byte)'{') return Stray();
                (_inDocument, Line, _scan) = (true, _lines + 1, default);
            }

            if ((_skipping ? FindEndOfLong() : FindEnd()) is not { } length) return null;
            var (begin, line) = (_start, Line);
            PassLines(length);
            _inDocument = false;
            if (Take(begin, length, line) is { } status) return status;
        }
    }

    /// <summary>The length of the document at hand; null as long as its end is not in memory.</summary>
    private int? FindEnd()
    {
        // No further than a document may be long: whether one is too long, and where, must not depend on what else is in memory.
        var limit = _end - _start > _maxBytes ? _start + _maxBytes : _end;
        var length = _scan.Find(_buffer.AsSpan(_scanned, limit - _scanned));
        if (length >= 0) return _scanned - _start + length;
        _scanned = limit;
        if (limit == _end) return null;
        _skipping = true;
        PassLines(_maxBytes);
        return FindEndOfLong();
    }

    /// <summary>How far a document that is too long goes on: to its end, or to a line that begins as another document does, since this one may have none. Null as long as neither is in memory.</summary>
    private int? FindEndOfLong()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        var next = rest.IndexOf("\n{"u8) + 1;

        // A line break may be followed by what is not in memory yet.
        var known = next > 0 ? next : rest.EndsWith((byte)'\n') && !_ended ? rest.Length - 1 : rest.Length;
        var length = _scan.Find(rest[..known]);
        if (length >= 0) return length;
        if (next > 0) return next;
        PassLines(known);
        return null;
    }

    /// <summary>Bytes between documents that begin none: handed out up to the line's end, for the decoder to refuse.</summary>
    private RecordStatus? Stray()
    {
        var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        if (length < 0)
        {
            if (_skipping || _end - _start > _maxBytes) Drop();
            return null;
        }

        var (begin, line) = (_start, _lines + 1);
        PassLines(length);
        return Take(begin, length, line);
    }

    private RecordStatus Last()
    {
        var length = _end - _start;
        if (length == 0 && !_skipping) return RecordStatus.End;
        var (begin, line) = (_start, _inDocument ? Line : ++_lines);
        if (_inDocument) PassLines(length);
        else Pass(length);
        _inDocument = false;
        return Take(begin, length, line) ?? RecordStatus.End;
    }

    /// <summary>Makes bytes the record at hand, unless they are blank or too long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RecordStatus? Take(int begin, int length, long line)
    {
        Line = line;
        var status = _skipping ? RecordStatus.TooLong : Trim(_buffer, _maxBytes, ref begin, ref length);
        if (status is null) return null;
        if (status == RecordStatus.TooLong) (_skipping, length) = (false, 0);
        (_recordStart, _recordLength) = (begin, length);
        return status;
    }

    private void Pass(int count)
    {
        Bytes += count;
        _start += count;
        _scanned = _start;
    }

    private void PassLines(int count)
    {
        _lines += _buffer.AsSpan(_start, count).Count((byte)'\n');
        Pass(count);
    }

    private void Drop()
    {
        _skipping = true;
        Pass(_end - _start);
    }

    private void Fill()
    {
        _fillNext = false;
        if (!_keeping && _start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_scanned, _end, _start) = (_scanned - _start, _end - _start, 0);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        try
        {
            do
            {
                var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
                _ended = read == 0;
                _end += read;
            }
            while (FillsUp && !_ended && _end < _buffer.Length);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            (_ended, Fault) = (true, e.Message);
        }
    }
}
