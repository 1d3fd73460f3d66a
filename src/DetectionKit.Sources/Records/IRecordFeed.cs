namespace DetectionKit.Sources.Records;

/// <summary>The records of an input, one after another.</summary>
internal interface IRecordFeed : IDisposable
{
    /// <summary>The record found last; gone at the next call of <see cref="Next"/>.</summary>
    ReadOnlySpan<byte> Record { get; }

    /// <summary>The line, from 1, on which the record found last begins.</summary>
    long Line { get; }

    /// <summary>The lines passed.</summary>
    long Lines { get; }

    /// <summary>The bytes passed.</summary>
    long Bytes { get; }

    /// <summary>What kept the input from being read to its end; null when nothing did.</summary>
    string? Fault { get; }

    /// <summary>Goes to the next record.</summary>
    RecordStatus Next();
}
