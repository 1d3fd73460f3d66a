namespace DetectionKit.Engine;

/// <summary>A group's key as a struct of its parts: nothing is allocated for it while events are counted.</summary>
internal interface IGroupKey<TSelf> : IEquatable<TSelf>
    where TSelf : struct
{
    void WriteTo(CanonicalBytes bytes);

    void AddValuesTo(List<object?> values);
}
