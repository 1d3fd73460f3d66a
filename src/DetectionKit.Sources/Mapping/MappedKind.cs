namespace DetectionKit.Sources.Mapping;

/// <summary>What a record is to a mapping.</summary>
internal enum MappedKind
{
    /// <summary>Only a reader of whole documents can tell.</summary>
    Unknown,

    /// <summary>The mapping is about such records.</summary>
    Event,

    /// <summary>It is not.</summary>
    Other,
}
