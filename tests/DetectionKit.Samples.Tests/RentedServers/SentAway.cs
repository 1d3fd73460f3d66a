namespace DetectionKit.Samples.Tests.RentedServers;

/// <summary>An alert: who sent data, to whose server, and what that means.</summary>
public sealed record SentAway(string Host, string? Hosting, TransferRisk Risk);
