namespace DetectionKit.Tuning.Tests;

/// <summary>A detection over connections from a lambda.</summary>
internal sealed class CallDetection<TAlert>(string id, Func<Events<NetworkConnection>, CallOptions, DetectionQuery<TAlert>> query) : Detection<NetworkConnection, TAlert, CallOptions>
{
    public override DetectionInfo Info { get; } = new() { Id = id, Title = id };

    public override DetectionQuery<TAlert> Define(Events<NetworkConnection> events, CallOptions o) => query(events, o);
}
