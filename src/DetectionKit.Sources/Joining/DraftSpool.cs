using System.Net;
using System.Text;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>Waiting connections in a temporary file, which goes when it is closed. First written, then read once in the same order.</summary>
internal sealed class DraftSpool : IDisposable
{
    private const int PoolPlaces = 1 << 13;

    private readonly FileStream _file;
    private readonly BinaryWriter _writer;
    private readonly BinaryReader _reader;
    private readonly Dictionary<string, int> _sourceCodes = new(StringComparer.Ordinal);
    private readonly List<string> _sources = [];
    private readonly StringPool _pool = new(PoolPlaces);
    private readonly AddressText _addresses = new();
    private byte[] _bytes = new byte[256];
    private bool _reading;

    public DraftSpool(string? folder)
    {
        const int BufferBytes = 1 << 17;
        var path = Path.Combine(folder ?? Path.GetTempPath(), "detectionkit-" + Path.GetRandomFileName());
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.DeleteOnClose);
        _writer = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true);
        _reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>The connections that are still to be read.</summary>
    public long Count { get; private set; }

    public void Write(in ConnectionDraft draft)
    {
        _writer.Write(draft.Ticks);
        _writer.Write((ushort)draft.Port);
        _writer.Write(CodeOf(draft.Position.Source));
        _writer.Write7BitEncodedInt64(draft.Position.Line);
        Write(draft.Address.ToString());
        Write(draft.Host);
        Write(draft.User);
        Write(draft.Image);
        Write(draft.CommandLine);
        Write(draft.Machine);
        Write(draft.ProcessName);
        Write(draft.Parent);
        _writer.Write(draft.Process.HasValue);
        _writer.Write((ulong)(draft.Process.GetValueOrDefault() >> 64));
        _writer.Write((ulong)draft.Process.GetValueOrDefault());
        Count++;
    }

    /// <summary>The next connection, where there is one.</summary>
    public ConnectionDraft Take()
    {
        if (!_reading)
        {
            _writer.Flush();
            _file.Position = 0;
            _reading = true;
        }

        Count--;
        var (ticks, port) = (_reader.ReadInt64(), _reader.ReadUInt16());
        var position = new EventPosition(_sources[_reader.ReadInt32()], _reader.Read7BitEncodedInt64());
        return new()
        {
            Ticks = ticks,
            Port = port,
            Position = position,
            Address = ReadAddress(),
            Host = Read(),
            User = Read(),
            Image = Read(),
            CommandLine = Read(),
            Machine = Read(),
            ProcessName = Read(),
            Parent = Read(),
            Process = ReadProcess(),
        };
    }

    public void Dispose()
    {
        // The file goes with its content: nothing need be flushed.
        _reader.Dispose();
        _writer.Dispose();
        _file.Dispose();
    }

    private int CodeOf(string source)
    {
        if (_sourceCodes.TryGetValue(source, out var code)) return code;
        _sources.Add(source);
        return _sourceCodes[source] = _sources.Count - 1;
    }

    /// <summary>Length + 1 and UTF-8; 0 for null, as null is not "".</summary>
    private void Write(string? text)
    {
        if (text is null)
        {
            _writer.Write7BitEncodedInt(0);
            return;
        }

        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_bytes.Length < length) _bytes = new byte[length * 2];
        length = Encoding.UTF8.GetBytes(text, _bytes);
        _writer.Write7BitEncodedInt(length + 1);
        _writer.Write(_bytes.AsSpan(0, length));
    }

    private string? Read() => TryReadBytes(out var text) ? _pool.Get(text) : null;

    private IPAddress ReadAddress() =>
        TryReadBytes(out var text) && _addresses.TryRead(text, out var address) ? address! : throw new InvalidDataException("The temporary file has changed.");

    private bool TryReadBytes(out ReadOnlySpan<byte> text)
    {
        text = default;
        var length = _reader.Read7BitEncodedInt() - 1;
        if (length < 0) return false;
        if (_bytes.Length < length) _bytes = new byte[length * 2];
        _reader.BaseStream.ReadExactly(_bytes, 0, length);
        text = _bytes.AsSpan(0, length);
        return true;
    }

    private UInt128? ReadProcess()
    {
        var (has, high, low) = (_reader.ReadBoolean(), _reader.ReadUInt64(), _reader.ReadUInt64());
        return has ? new UInt128(high, low) : null;
    }
}
