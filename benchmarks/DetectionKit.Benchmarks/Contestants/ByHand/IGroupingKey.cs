using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>A key that is made of an event and becomes an alert.</summary>
internal interface IGroupingKey<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IGroupingKey<TSelf>
{
    static abstract TSelf Of(NetworkConnection connection);

    Beacon ToAlert(in GroupState state);
}
