namespace DetectionKit.Testing.Tests;

public sealed record Call(DateTimeOffset Time, string Host, int Port, bool Failed);

public sealed class CallOptions
{
    public int Least { get; set; } = 3;
}

public enum Risk
{
    Low,
    High,
}

/// <summary>Three failed calls of a host in an hour, of 5 and more a high risk; one alert a host and day.</summary>
public sealed class FailedCalls : Detection<Call, string, CallOptions>
{
    // <snippet cases>
    public override IReadOnlyList<DetectionCase> Cases =>
    [
        DetectionCase.Of("three fail", Rules.Calls(3)).Fires(Risk.Low),
        DetectionCase.Of("two fail", Rules.Calls(2)).StaysSilent(),
        DetectionCase.Of("five fail", Rules.Calls(5)).Fires(Risk.High),
    ];
    // </snippet>

    public override DetectionQuery<string> Define(Events<Call> events, CallOptions o) => events
        .Where(c => c.Failed)
        .GroupBy(c => c.Host)
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(w => new { w.Key, Calls = w.Count() })
        .Where(b => b.Calls >= o.Least)
        .Tier(Risk.High, b => b.Calls >= 5)
        .Otherwise(Risk.Low)
        .Select((b, risk) => b.Key);
}

internal static class Rules
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    internal static IEnumerable<Call> Calls(int count, string host = "a", double fromMinute = 0, bool failed = true, double step = 1) =>
        Enumerable.Range(0, count).Select(i => new Call(s_start.AddMinutes(fromMinute + (i * step)), host, 443, failed));

    /// <summary>Cases that tell every mutant of <see cref="FailedCalls"/> from it.</summary>
    internal static IReadOnlyList<DetectionCase> Complete { get; } =
    [
        .. new FailedCalls().Cases,
        DetectionCase.Of("four fail", Calls(4)).Fires(Risk.Low),
        DetectionCase.Of("six fail", Calls(6)).Fires(Risk.High),
        DetectionCase.Of("ten fail", Calls(10)).Fires(Risk.High),
        DetectionCase.Of("three succeed", Calls(3, failed: false)).StaysSilent(),
        DetectionCase.Of("two of each of two hosts fail", Calls(2).Concat(Calls(2, "b"))).StaysSilent(),
        DetectionCase.Of("three fail on three ports", Calls(3).Select((c, i) => c with { Port = i })).Fires(Risk.Low),
        DetectionCase.Of("three fail within an hour, far apart", Calls(3, step: 25)).Fires(Risk.Low),
        DetectionCase.Of("two fail in each of two hours", Calls(2).Concat(Calls(2, fromMinute: 60))).StaysSilent(),
        DetectionCase.Of("two fail on each side of the hour", Calls(2, fromMinute: 50).Concat(Calls(2, fromMinute: 60))).StaysSilent(),
        DetectionCase.Of("two fail where one is enough", Calls(1)).With(new CallOptions { Least = 1 }).Fires(Risk.Low),
    ];
}
