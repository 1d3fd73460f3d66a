using System.Buffers.Binary;
using System.IO.Compression;

namespace DetectionKit.Sources.Inputs;

/// <summary>
/// Inflates gzip (RFC 1952), one member after another. The framework's GZipStream takes a truncated file for a whole one unless a switch of the
/// whole process says otherwise; here its end is an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class GzipStream(Stream compressed) : ReadOnlyStream
{
    private const int TrailerBytes = 8;
    private const int MagicBytes = 3;

    private readonly CompressedBytes _bytes = new(compressed);
    private DeflateStream? _member;
    private uint _size;
    private bool _isFirst = true;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && !buffer.IsEmpty)
        {
            if (_member is null && !BeginMember()) break;
            var read = _member!.Read(buffer);
            if (read > 0)
            {
                _size += (uint)read;
                return read;
            }

            if (_bytes.RanDry) throw CutOff();
            EndMember();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            _bytes.Dispose();
            compressed.Dispose();
        }

        base.Dispose(disposing);
    }

    private static InvalidDataException CutOff() => new("the gzip data is cut off.");

    /// <summary>Reads a member's header; false when there is no further member.</summary>
    private bool BeginMember()
    {
        const int HasHeaderCrc = 2, HasExtra = 4, HasName = 8, HasComment = 16;
        if (_bytes.ReadByte() != 0x1F && !_isFirst)
        {
            // Zeros pad archives on tapes; nothing else is let through by EndMember.
            _ended = true;
            return false;
        }

        Skip(MagicBytes - 1);
        var flags = Next();
        Skip(6);
        if ((flags & HasExtra) != 0) Skip(Next() | (Next() << 8));
        if ((flags & HasName) != 0) SkipText();
        if ((flags & HasComment) != 0) SkipText();
        if ((flags & HasHeaderCrc) != 0) Skip(2);
        (_member, _size, _isFirst) = (new DeflateStream(_bytes, CompressionMode.Decompress, leaveOpen: true), 0, false);
        return true;
    }

    /// <summary>
    /// Passes a member's trailer. The inflater does not say how much of its last piece it used, so the trailer is found by the size that it holds and by
    /// what follows: the end, another member, or zeros.
    /// </summary>
    private void EndMember()
    {
        _member!.Dispose();
        _member = null;
        var bytes = _bytes.LastPiece(TrailerBytes + MagicBytes);
        for (var start = 0; start <= _bytes.LastPieceLength && start + TrailerBytes <= bytes.Length; start++)
        {
            var after = bytes[(start + TrailerBytes)..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[(start + 4)..]) != _size || !MayFollow(after)) continue;
            _bytes.GoOnAfter(start + TrailerBytes);
            return;
        }

        if (bytes.Length - _bytes.LastPieceLength < TrailerBytes) throw CutOff();
        throw new InvalidDataException("the gzip data does not have the size that it states.");
    }

    private static bool MayFollow(ReadOnlySpan<byte> bytes) => bytes.IsEmpty || bytes[0] == 0 || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    private int Next() => _bytes.ReadByte() is var b and >= 0 ? b : throw CutOff();

    private void Skip(int count)
    {
        while (count-- > 0) Next();
    }

    private void SkipText()
    {
        while (Next() != 0)
        {
        }
    }
}
