namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Falcon's records, read on several threads.</summary>
internal sealed class ThreadsTarget() : ConnectionsTarget("falcon", ahead: true)
{
    /// <inheritdoc/>
    protected override IEnumerable<byte[]> Files => FalconTarget.Logs;
}
