using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers;

/// <summary>A file that one writer's lines go to, a large block at a time.</summary>
internal sealed class TelemetryFile : TelemetryOutput
{
    private const int BlockSize = 1 << 19;
    private readonly LineBuffer _buffer = new(BlockSize + (1 << 13));
    private readonly ITelemetryWriter _writer;
    private readonly FileStream _stream;
    private long _flushed;

    public TelemetryFile(string path, ITelemetryWriter writer)
        : base(path)
    {
        _writer = writer;
        // The buffer is here; a second one in the stream would only copy.
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
    }

    internal override long Bytes => _flushed + _buffer.Length;

    internal override bool IsFull => _buffer.Length >= BlockSize;

    internal override void Add(Host host) => _writer.WriteHost(_buffer, host);

    internal override void Add(SimulatedEvent simulated)
    {
        var start = _buffer.Length;
        _writer.Write(_buffer, simulated);
        if (simulated.IsMalformed) _buffer.CutLine(start, simulated.Occurred.UtcTicks / TimeSpan.TicksPerMillisecond);
    }

    internal override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        _flushed += _buffer.Length;
        _buffer.Clear();
    }

    public override void Dispose() => _stream.Dispose();
}
