namespace RuleUnderTest;

/// <summary>What an alert says.</summary>
public sealed record ShareScan(string Host, string User, int Targets, ScanRisk Risk);
