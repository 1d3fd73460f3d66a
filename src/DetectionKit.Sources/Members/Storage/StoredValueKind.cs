namespace DetectionKit.Sources.Members.Storage;

/// <summary>Where a value comes from.</summary>
internal enum StoredValueKind
{
    /// <summary>From a call, say.</summary>
    Other,

    /// <summary>From the code itself.</summary>
    Constant,

    /// <summary>It was given to the code.</summary>
    Parameter,

    /// <summary>It is the object.</summary>
    This,
}
