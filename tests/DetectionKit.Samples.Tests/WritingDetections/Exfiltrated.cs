namespace DetectionKit.Samples.Tests.WritingDetections;

public sealed record Exfiltrated(string Host, string Destination, long Bytes, double LargestShare, ExfiltrationRisk Risk);
