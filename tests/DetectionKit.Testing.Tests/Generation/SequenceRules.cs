namespace DetectionKit.Testing.Tests.Generation;

public sealed record Started(DateTimeOffset Time, string Host, long Process, string Image);

public sealed record Connected(DateTimeOffset Time, string Host, long Process, int Port);

public sealed record Written(DateTimeOffset Time, string Host, long Process, string Path);

public sealed record Fetched(string Host, string? Path);

public sealed class Fetch : Detection<Fetched>
{
    public override DetectionQuery<Fetched> Define(EventSources events) => events.Of<Started>().Where(s => s.Image == "curl")
        .FollowedBy(events.Of<Connected>(), s => new { s.Host, s.Process }, c => new { c.Host, c.Process }, () => TimeSpan.FromMinutes(5), (s, c) => new { s, c }, where: (s, c) => c.Port != 22)
        .OptionallyFollowedBy(events.Of<Written>(), x => new { x.s.Host, x.s.Process }, f => new { f.Host, f.Process }, () => TimeSpan.FromMinutes(10), (x, f) => new { x.s.Host, Path = f == null ? null : f.Path })
        .Where(x => x.Path != @"C:\log")
        .Select(x => new Fetched(x.Host, x.Path));
}

public sealed class Unanswered : Detection<Started>
{
    public override DetectionQuery<Started> Define(EventSources events) => events.Of<Started>().Where(s => s.Image == "agent")
        .NotFollowedBy(events.Of<Connected>().Where(c => c.Port == 443), s => new { s.Host, s.Process }, c => new { c.Host, c.Process }, () => TimeSpan.FromMinutes(1));
}

public sealed class Moved : Detection<Fetched>
{
    public override DetectionQuery<Fetched> Define(EventSources events) => events.Of<Connected>()
        .Join(events.Of<Started>().Latest(() => TimeSpan.FromHours(2)), c => new { c.Host, c.Process }, s => new { s.Host, s.Process }, (c, s) => new { c.Host, c.Port, s.Image })
        .Where(x => x.Port == 22)
        .Select(x => new Fetched(x.Host, x.Image));
}

public sealed class NewPort : Detection<Connected>
{
    public override DetectionQuery<Connected> Define(EventSources events) => events.Of<Connected>().Where(c => c.Port > 1000).FirstSeen(c => new { c.Host, c.Port }, () => TimeSpan.FromDays(1));
}
