namespace DetectionKit.Tests.Properties;

/// <summary>The row of random plans.</summary>
internal sealed record Totals(string Key, double First, double Second, double Third);
