namespace DetectionKit.Sources.Inputs;

/// <summary>One file, or standard input.</summary>
/// <param name="Name">The path as given, or <c>-</c>.</param>
/// <param name="StandardInput">What <c>-</c> reads; null for a file.</param>
/// <param name="IsFound">Whether it was found in a folder or by a glob, so that nobody said that it holds events.</param>
internal sealed record InputFile(string Name, Stream? StandardInput = null, bool IsFound = false)
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInputName = "-";

    /// <summary>Opens it, decompressed.</summary>
    /// <param name="isLive">Whether it can't be opened twice: standard input, a pipe.</param>
    /// <param name="inflatesAhead">Whether gzip is inflated on another thread, unless the input is live.</param>
    /// <exception cref="SourceException">It can't be opened.</exception>
    public DecodedStream Open(out bool isLive, bool inflatesAhead = true)
    {
        try
        {
            var stream = StandardInput is null
                ? new FileStream(Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan)
                : StandardInput;
            isLive = StandardInput is not null || !stream.CanSeek;
            return new DecodedStream(stream, leaveOpen: StandardInput is not null, inflatesAhead: inflatesAhead && !isLive);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(Name, $"{Name} can't be opened: {e.Message}", e);
        }
    }
}
