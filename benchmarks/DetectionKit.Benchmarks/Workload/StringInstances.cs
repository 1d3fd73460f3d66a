namespace DetectionKit.Benchmarks.Workload;

/// <summary>Whether equal texts of the events are one object.</summary>
internal enum StringInstances
{
    /// <summary>Equal texts are one object, as after a decoder that pools them.</summary>
    Pooled = 0,

    /// <summary>Each event has text objects of its own, as after a deserialiser.</summary>
    Fresh = 1,
}
