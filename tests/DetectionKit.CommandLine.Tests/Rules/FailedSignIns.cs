namespace DetectionKit.CommandLine.Tests.Rules;

/// <summary>A detection of a user's own.</summary>
public sealed class FailedSignIns : Detection<SignIn, FailedSignIns.Found, FailedSignInsOptions>
{
    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases =>
        [DetectionCase.Of("as many as are wanted", Enumerable.Range(0, new FailedSignInsOptions().MinFailures).Select(i => new SignIn(DateTimeOffset.UnixEpoch.AddSeconds(i), "ann", true))).Fires()];

    /// <inheritdoc/>
    public override DetectionQuery<Found> Define(Events<SignIn> events, FailedSignInsOptions o) =>
        events.Where(e => e.Failed).GroupBy(e => e.User).Window(w => w.Tumbling(TimeSpan.FromMinutes(10)))
            .Aggregate(w => new { User = w.Key, Count = w.Count() })
            .Where(f => f.Count >= o.MinFailures)
            .Select(f => new Found(f.User, f.Count, double.NaN, "4625"));

    /// <summary>Its alert; Status is a name that alerts have themselves.</summary>
    public sealed record Found(string User, int Failures, double Ratio, string Status);
}
