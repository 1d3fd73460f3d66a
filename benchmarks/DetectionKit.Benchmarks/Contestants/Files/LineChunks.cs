namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>Reads a file in large pieces that end with a line, for contestants that do without a source.</summary>
internal sealed class LineChunks(string path, int room)
{
    private const int ChunkBytes = 1 << 20;
    private byte[] _buffer = new byte[ChunkBytes + room];

    /// <summary>Hands over one piece after another; behind it there is <c>room</c> to spare.</summary>
    internal void Read(Action<byte[], int> take)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        int kept = 0, read;
        for (var at = 0L; (read = RandomAccess.Read(file, _buffer.AsSpan(kept, _buffer.Length - room - kept), at)) > 0; at += read)
        {
            var filled = kept + read;
            var end = _buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end > 0) take(_buffer, end);
            else if (filled == _buffer.Length - room) Array.Resize(ref _buffer, _buffer.Length * 2);
            _buffer.AsSpan(end, filled - end).CopyTo(_buffer);
            kept = filled - end;
        }
    }
}
