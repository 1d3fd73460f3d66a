namespace DetectionKit.Sources.Records;

/// <summary>What <see cref="RecordReader.Next"/> came upon.</summary>
internal enum RecordStatus
{
    /// <summary>A record: see <see cref="RecordReader.Record"/> and <see cref="RecordReader.Line"/>.</summary>
    Record,

    /// <summary>A record longer than the limit; its content is gone.</summary>
    TooLong,

    /// <summary>What was read is used up: the next call reads from the stream, and may block there.</summary>
    Pending,

    /// <summary>As <see cref="Pending"/>; and the records that come next have been decoded already.</summary>
    Decoded,

    /// <summary>The end.</summary>
    End,
}
