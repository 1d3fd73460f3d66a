namespace DetectionKit.Sources.Inputs;

/// <summary>Tells files that are no text by their first bytes, so that they are named, and not found to be a million broken lines.</summary>
internal static class FileSignature
{
    /// <summary>What a stream is that is no text; null where that is not known.</summary>
    public static string? NameOf(PrefixStream stream) => stream.Peek(3) switch
    {
        [0x28, 0xB5, 0x2F] => "compressed by Zstandard",
        [0xFD, (byte)'7', (byte)'z'] => "compressed by xz",
        [(byte)'B', (byte)'Z', (byte)'h'] => "compressed by bzip2",
        [0x04, 0x22, 0x4D] => "compressed by LZ4",
        [(byte)'P', (byte)'K', 0x03 or 0x05] => "a zip archive",
        [(byte)'7', (byte)'z', 0xBC] => "a 7z archive",
        [(byte)'P', (byte)'A', (byte)'R'] when stream.Peek(4) is [.., (byte)'1'] => "Parquet",
        [(byte)'E', (byte)'l', (byte)'f'] when stream.Peek(4) is [.., (byte)'F'] => "a log of the Windows Event Log",
        _ => null,
    };
}
