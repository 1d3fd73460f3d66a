namespace DetectionKit.Sources.Formats;

/// <summary>Whether what a record gives depends on the records before it.</summary>
internal enum RecordDependence
{
    /// <summary>It does not: the record has been decoded, and any decoder of the format would have given the same.</summary>
    None,

    /// <summary>It gives no event, but others may depend on it, or it is to be reported: it must be decoded in its order.</summary>
    Silent,

    /// <summary>Its event depends on others: it must be decoded in its order.</summary>
    Event,
}
