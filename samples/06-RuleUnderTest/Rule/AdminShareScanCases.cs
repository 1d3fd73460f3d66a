namespace RuleUnderTest;

/// <summary>What <see cref="AdminShareScan"/> makes of which connections. Each was kept for a mutant that lived without it.</summary>
internal static class AdminShareScanCases
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        DetectionCase.Of("4 targets", Scan(4)).Fires(ScanRisk.Low),
        DetectionCase.Of("5 targets", Scan(5)).Fires(ScanRisk.Low),
        DetectionCase.Of("3 targets, each of them twice", [.. Scan(3), .. Scan(3, from: 120)]).StaysSilent(),
        DetectionCase.Of("9 targets", Scan(9)).Fires(ScanRisk.Low),
        DetectionCase.Of("10 targets", Scan(10)).Fires(ScanRisk.High),
        DetectionCase.Of("11 targets", Scan(11)).Fires(ScanRisk.High),
        DetectionCase.Of("4 targets, over the whole window", Scan(4, step: 74)).Fires(ScanRisk.Low),
        DetectionCase.Of("2 targets on each side of the window's edge", [.. Scan(2, from: 290), .. Scan(2, from: 301, first: 2)]).StaysSilent(),
        DetectionCase.Of("3 targets in each of two windows", [.. Scan(3), .. Scan(3, from: 300, first: 3)]).StaysSilent(),
        DetectionCase.Of("2 targets of each of two hosts", [.. Scan(2), .. Scan(2, first: 2).Select(c => c with { Host = "WS-2" })]).StaysSilent(),
        DetectionCase.Of("2 targets of each of two users", [.. Scan(2), .. Scan(2, first: 2).Select(c => c with { User = "bob" })]).StaysSilent(),
        DetectionCase.Of("4 targets, by two shares", Scan(4).Select((c, i) => c with { Share = i % 2 == 0 ? "C$" : "ADMIN$" })).Fires(ScanRisk.Low),
        DetectionCase.Of("12 targets, but no administrative share", Scan(12).Select(c => c with { Share = "public" })).StaysSilent(),
        DetectionCase.Of("12 targets, but the share of printers", Scan(12).Select(c => c with { Share = "PRINT$" })).StaysSilent(),
    ];

    private static IEnumerable<ShareConnection> Scan(int targets, double from = 0, int first = 0, double step = 1) =>
        Enumerable.Range(first, targets).Select(i => new ShareConnection(s_start.AddSeconds(from + ((i - first) * step)), "WS-1", "ann", $"SRV-{i}", "C$"));
}
