namespace DetectionKit.Sources.Formats;

/// <summary>
/// A log format. A class in this assembly that implements it, with a constructor without parameters, is found by itself; one of your own goes into
/// <see cref="SourceOptions.Formats"/>.
/// </summary>
public interface IEventFormat
{
    /// <summary>The name that <c>--format</c> takes, in lower case.</summary>
    string Name { get; }

    /// <summary>Other names for it.</summary>
    IReadOnlyList<string> Aliases => [];

    /// <summary>The endings, with their dot, of the files that a folder is searched for; each may be followed by <c>.gz</c>.</summary>
    IReadOnlyList<string> FileEndings => [".ndjson", ".jsonl", ".json", ".log"];

    /// <summary>What a record of it looks like, for the message to someone whose file was not recognised.</summary>
    string Description { get; }

    /// <summary>Whether a record is of this format. It must not throw, whatever the bytes are.</summary>
    /// <param name="record">The record's bytes.</param>
    bool Recognises(ReadOnlySpan<byte> record);

    /// <summary>Makes what turns records into events of one type, or null when the format has none of that type.</summary>
    /// <typeparam name="T">The event type.</typeparam>
    /// <param name="context">The run's options and report.</param>
    IEventDecoder<T>? CreateDecoder<T>(DecoderContext context);
}
