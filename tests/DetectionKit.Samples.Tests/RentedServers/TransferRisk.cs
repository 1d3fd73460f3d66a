namespace DetectionKit.Samples.Tests.RentedServers;

/// <summary>How much speaks for theft.</summary>
public enum TransferRisk
{
    /// <summary>Little.</summary>
    Low,

    /// <summary>Much.</summary>
    High,
}
