namespace DetectionKit.Sources.Records;

/// <summary>How records are laid out in an input.</summary>
internal enum RecordFraming
{
    /// <summary>More bytes are needed to tell.</summary>
    Unknown,

    /// <summary>One a line.</summary>
    Lines,

    /// <summary>JSON objects over several lines, one after another or in an array.</summary>
    Documents,
}
