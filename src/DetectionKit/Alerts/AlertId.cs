using System.Security.Cryptography;
using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>Makes alert ids: SHA-256 of detection id, version, canonical key and anchor, cut to 128 bits, as 32 hexadecimal digits.</summary>
internal sealed class AlertId(DetectionInfo detection)
{
    private const int Length = 16;
    private readonly CanonicalBytes _bytes = new();

    /// <summary>The id of a pane's alert.</summary>
    internal string OfPane(RowOrigin origin)
    {
        Start(origin.Key!.CanonicalBytes);
        _bytes.Integer(origin.Anchor);
        if (origin.Branch > 0) _bytes.Integer(origin.Branch);
        return Hash();
    }

    /// <summary>The id of a single event's alert: its time, its content, and which of several such it is.</summary>
    internal string OfEvent(RowOrigin origin, int occurrence)
    {
        Start([]);
        _bytes.Integer(origin.Start);
        origin.Reader!.WriteContent(_bytes, origin.Event);
        _bytes.Integer(occurrence);
        if (origin.Branch > 0) _bytes.Integer(origin.Branch);
        return Hash();
    }

    private void Start(ReadOnlySpan<byte> key)
    {
        _bytes.Clear();
        _bytes.Text(detection.Id);
        _bytes.Integer(detection.Version);
        _bytes.Bytes(key.ToArray());
    }

    private string Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.Written, hash);
        return Convert.ToHexStringLower(hash[..Length]);
    }
}
