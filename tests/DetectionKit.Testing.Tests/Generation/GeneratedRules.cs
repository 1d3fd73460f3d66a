using System.Net;

namespace DetectionKit.Testing.Tests.Generation;

public sealed record Sign(DateTimeOffset Time, string? User, IPAddress From, bool Success, Place Place);

public enum Place
{
    Office,
    Home,
    Abroad,
}

public sealed record Transfer(DateTimeOffset Time, string Host, long Bytes, double Seconds, string Path);

public sealed record Ping(DateTimeOffset Time, string Host);

/// <summary>Many users from one address, in a sliding window.</summary>
public sealed class Spray : Detection<Sign, string, NoOptions>
{
    public override DetectionQuery<string> Define(Events<Sign> events, NoOptions o) => events
        .Where(s => !s.Success && s.Place != Place.Office)
        .GroupBy(s => s.From)
        .Window(w => w.Sliding(TimeSpan.FromMinutes(10)))
        .Aggregate(w => new { w.Key, Users = w.CountDistinct(s => s.User) })
        .Where(b => b.Users >= 4)
        .Select(b => b.Key.ToString());
}

/// <summary>Much sent in one session, most of it at once.</summary>
public sealed class Exfiltration : Detection<Transfer, string, NoOptions>
{
    public override DetectionQuery<string> Define(Events<Transfer> events, NoOptions o) => events
        .Where(t => t.Path.StartsWith("/upload", StringComparison.OrdinalIgnoreCase))
        .GroupBy(t => t.Host)
        .Window(w => w.Session(TimeSpan.FromMinutes(5), TimeSpan.FromHours(2)))
        .Aggregate(w => new { w.Key, Sent = w.Sum(t => t.Bytes), Longest = w.Max(t => t.Seconds) })
        .Where(b => b.Sent >= 1_000_000 && b.Longest > 2)
        .Select(b => b.Key);
}

/// <summary>Failures and a success after one another, once a day.</summary>
public sealed class Guessed : Detection<Sign, string, NoOptions>
{
    public override DetectionQuery<string> Define(Events<Sign> events, NoOptions o) => events
        .GroupBy(s => new { s.User, s.From })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(w => new { w.Key, Failures = w.Where(s => !s.Success).Count(), Successes = w.Where(s => s.Success).Count() })
        .Where(b => b.Failures >= 5 && b.Successes >= 1)
        .Suppress(by: b => b.Key, () => TimeSpan.FromDays(1))
        .Select(b => b.Key.User ?? "");
}

/// <summary>Failures, and a success in the end.</summary>
public sealed class InTheEnd : Detection<Sign, string, NoOptions>
{
    public override DetectionQuery<string> Define(Events<Sign> events, NoOptions o) => events
        .GroupBy(s => new { s.User, s.From })
        .Window(w => w.Tumbling(TimeSpan.FromMinutes(10)))
        .Aggregate(w => new { w.Key, Failures = w.Where(s => !s.Success).Count(), Succeeded = w.Last(s => s.Success) })
        .Where(b => b.Failures >= 5 && b.Succeeded)
        .Select(b => b.Key.User ?? "");
}

/// <summary>Every sign-in from abroad of a user who is named.</summary>
public sealed class Abroad : Detection<Sign, string, NoOptions>
{
    public override DetectionQuery<string> Define(Events<Sign> events, NoOptions o) => events.Where(s => s.Place == Place.Abroad && s.User != null).Select(s => s.User!);
}

/// <summary>Two kinds of events of a host, counted together.</summary>
public sealed class Busy : Detection<string>
{
    public override DetectionQuery<string> Define(EventSources events) => events.Of<Ping>().Select(p => p.Host)
        .Merge(events.Of<Call>().Where(c => c.Port < 1024).Select(c => c.Host))
        .GroupBy(host => host)
        .Window(w => w.Tumbling(TimeSpan.FromMinutes(1)))
        .Aggregate(w => new { w.Key, Count = w.Count() })
        .Where(b => b.Count > 3)
        .Select(b => b.Key);
}

/// <summary>At night only, and each path once.</summary>
public sealed class AtNight : Detection<Transfer, string, NoOptions>
{
    public override DetectionQuery<string> Define(Events<Transfer> events, NoOptions o) => events
        .Where(t => t.Time.Hour >= 22)
        .Distinct(by: t => t.Path, () => TimeSpan.FromMinutes(30))
        .GroupBy(t => t.Host)
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(w => new { w.Key, Paths = w.Count() })
        .Where(b => b.Paths >= 3)
        .Select(b => b.Key);
}
