namespace DetectionName.Rules;

/// <summary>What the rule makes of which sign-ins: each bound from both sides, each part of the key, the edge of the window.</summary>
internal static class DetectionNameCases
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        DetectionCase.Of("5 failures, then a success", [.. Failures(5), Success()]).Fires(Risk.Medium),
        DetectionCase.Of("6 failures, then a success", [.. Failures(6), Success()]).Fires(Risk.Medium),
        DetectionCase.Of("4 failures, then a success", [.. Failures(4), Success()]).StaysSilent(),
        DetectionCase.Of("19 failures, then a success", [.. Failures(19), Success()]).Fires(Risk.Medium),
        DetectionCase.Of("20 failures, then a success", [.. Failures(20), Success()]).Fires(Risk.High),
        DetectionCase.Of("21 failures, then a success", [.. Failures(21), Success()]).Fires(Risk.High),
        DetectionCase.Of("5 failures and no success", Failures(5)).StaysSilent(),
        DetectionCase.Of("a success, then 5 failures", [Success(-1), .. Failures(5)]).StaysSilent(),
        DetectionCase.Of("3 failures of each of two users, then a success of each", [.. Failures(3), Success(), .. Of("bob", [.. Failures(3), Success()])]).StaysSilent(),
        DetectionCase.Of("3 failures from each of two addresses, then a success from each", [.. Failures(3), Success(), .. From("192.0.2.9", [.. Failures(3), Success()])]).StaysSilent(),
        DetectionCase.Of("3 failures on each side of the window's edge, then a success", [.. Failures(3, seconds: 597), .. Failures(3, seconds: 601), Success(700)]).StaysSilent(),
    ];

    private static IEnumerable<SignIn> Failures(int count, double seconds = 1) =>
        Enumerable.Range(0, count).Select(i => new SignIn(s_start.AddSeconds(seconds + i), "ada", "203.0.113.7", Succeeded: false));

    private static SignIn Success(double seconds = 590) => new(s_start.AddSeconds(seconds), "ada", "203.0.113.7", Succeeded: true);

    private static IEnumerable<SignIn> Of(string user, IEnumerable<SignIn> signIns) => signIns.Select(s => s with { User = user });

    private static IEnumerable<SignIn> From(string address, IEnumerable<SignIn> signIns) => signIns.Select(s => s with { Address = address });
}
