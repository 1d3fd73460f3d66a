namespace DetectionKit;

/// <summary>Marks the member that holds an event's time, on a type with several <see cref="DateTimeOffset"/> members.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class EventTimeAttribute : Attribute;
