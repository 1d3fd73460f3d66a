using System.Text;

namespace DetectionKit.Sources.Inputs;

/// <summary>
/// The text of an input as UTF-8: gzip, told by its magic bytes, is inflated, and UTF-16, told by its byte order mark (Windows PowerShell writes it), is
/// transcoded. What it is is found out at the first read, as a pipe may have nothing to give before.
/// </summary>
/// <param name="raw">The input's bytes.</param>
/// <param name="leaveOpen">Whether it is left open.</param>
/// <param name="inflatesAhead">Whether gzip is inflated on another thread, a piece ahead.</param>
internal sealed class DecodedStream(Stream raw, bool leaveOpen, bool inflatesAhead = false) : ReadOnlyStream
{
    // The shortest record and its line break: a pipe may have no more to give for long.
    private const int Told = 3;

    private Stream? _decoded;

    /// <summary>Whether it is compressed; known after the first read.</summary>
    public bool IsCompressed { get; private set; }

    public override int Read(Span<byte> buffer) => (_decoded ??= Decode()).Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoded?.Dispose();
            if (!leaveOpen) raw.Dispose();
        }

        base.Dispose(disposing);
    }

    private Stream Decode()
    {
        // The third byte is the method, of which there is only one.
        var stream = new PrefixStream(raw, leaveOpen);
        if (stream.Peek(Told).SequenceEqual((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
        {
            IsCompressed = true;
            var inflated = new GzipStream(stream);
            stream = new PrefixStream(inflatesAhead ? new ReadAheadStream(inflated) : inflated, leaveOpen: false);
            stream.Peek(Told);
        }

        if (FileSignature.NameOf(stream) is { } name) throw new InvalidDataException($"it is {name}, which is not read: convert it to lines of text, plain or gzip.");

        return stream.Peek(Told) switch
        {
            [0xFF, 0xFE, ..] => Encoding.CreateTranscodingStream(stream, Encoding.Unicode, Encoding.UTF8),
            [0xFE, 0xFF, ..] => Encoding.CreateTranscodingStream(stream, Encoding.BigEndianUnicode, Encoding.UTF8),
            _ => stream,
        };
    }
}
