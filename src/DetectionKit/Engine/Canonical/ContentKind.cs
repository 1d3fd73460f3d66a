namespace DetectionKit.Engine;

/// <summary>How a declared type is written.</summary>
internal enum ContentKind
{
    /// <summary>By one method of <see cref="CanonicalBytes"/>.</summary>
    Scalar,

    /// <summary>As the integer behind it.</summary>
    Enumeration,

    /// <summary>Null, or what it wraps.</summary>
    Nullable,

    /// <summary>As its invariant text, which its own Parse reads back.</summary>
    Formatted,

    /// <summary>Item by item, in order.</summary>
    Sequence,

    /// <summary>Item by item, ordered by the items' bytes.</summary>
    Set,

    /// <summary>By its members.</summary>
    Structure,

    /// <summary>By the type of the object at hand.</summary>
    Open,

    /// <summary>Not at all: its public members do not make up its value.</summary>
    Unsupported,
}
