// One violation a rule; the comment at the end of a line names what is expected there, and nothing else may come.
using System.Linq.Expressions;
using System.Net;
using System.Text.RegularExpressions;

namespace Violations;

public sealed record Call(DateTimeOffset Time, string? Host, string? Image, string CommandLine, IPAddress RemoteAddress, int RemotePort, int LocalPort, long Bytes, DateTime At, Endpoint Endpoint, double Ratio);

public sealed class Endpoint
{
    public string Name { get; init; } = "";
}

public enum Risk
{
    Low,
    Medium,
    High,
}

public sealed class NoOptionsAtAll;

public sealed class Options
{
    public int Least { get; set; } = 12;

    public int Unread { get; set; } // DK4006

    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);
}

[Detection("metadata", Severity = Severity.High, Description = "x")]
[AttackTechnique("T1583.03")] // DK1002
[AttackTechnique("T1002")] // DK1003
[AttackTechnique("T1583.003", Tactic = "TA0011")] // DK1007
[FalsePositive("x")]
[BlindSpot("x")]
public sealed class Metadata : Detection<Call, Call, NoOptionsAtAll> // DK8001
{
    protected override Expression<Func<Call, DateTimeOffset>>? EventTime => c => c.At; // DK3006

    public override DetectionQuery<Call> Define(Events<Call> events, NoOptionsAtAll o) => events;
}

[Detection("same", Severity = Severity.High, Description = "x")] // DK1004
[FalsePositive("x")]
[BlindSpot("x")]
public sealed class NoTechnique : Detection<Call, Call, NoOptionsAtAll> // DK1001 DK8001
{
    public override DetectionQuery<Call> Define(Events<Call> events, NoOptionsAtAll o) => events;
}

[Detection("same")] // DK1004
[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class Undescribed : Detection<Call, Call, NoOptionsAtAll> // DK1006 DK8001
{
    public override DetectionQuery<Call> Define(Events<Call> events, NoOptionsAtAll o) => events;
}

[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class State : Detection<Call, object, NoOptionsAtAll> // DK8001
{
    public override DetectionQuery<object> Define(Events<Call> events, NoOptionsAtAll o) => events
        .GroupBy(c => new
        {
            c.Host,
            c.LocalPort, // DK2002
            c.Endpoint, // DK7004
        })
        .Window(w => w.Session(TimeSpan.FromMinutes(5), TimeSpan.MaxValue)) // DK2004
        .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, int.MaxValue)); // DK2003
}

[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class Time : Detection<Call, object, Options> // DK4007 DK8001
{
    public override DetectionQuery<object> Define(Events<Call> events, Options o)
    {
        var least = o.Least; // DK3002
        return events
            .Where(c => c.Time < DateTimeOffset.UtcNow) // DK3001
            .GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromMinutes(5), TimeSpan.FromHours(1))) // DK3003
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Calls > least)
            .Select(b => (object)b);
    }
}

[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class Thresholds : Detection<Call, object, Options> // DK4007
{
    public override DetectionQuery<object> Define(Events<Call> events, Options o) => events
        .GroupBy(c => c.Host)
        .Window(w => w.Tumbling(o.Window)) // DK3004
        .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio) })
        .Where(b => b.Calls >= o.Least)
        .Where(b => b.Share == 0.5 || b.Ports / b.Calls > 0.5) // DK4008 DK4009 DK4005
        .Where(b => b.Ports >= 1) // DK4004
        .Where(b => b.Key != "a") // DK7005
        .Tier(Risk.Low, b => b.Calls >= 30) // DK4005
        .Tier(Risk.High, b => b.Calls >= 50) // DK4001 DK4002 DK4005
        .Otherwise(Risk.Low)
        .Select((b, risk) => (object)b);
}

[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class Always : Detection<Call, object, NoOptionsAtAll> // DK8001
{
    private static int s_changes = 1;

    public override DetectionQuery<object> Define(Events<Call> events, NoOptionsAtAll o) => events
        .Where(c => c.Bytes > s_changes) // DK5001
        .Where(c => c.Bytes != Random.Shared.Next()) // DK5002
        .Where(c => c.CommandLine != Dns.GetHostName()) // DK5003
        .Where(c => c.RemotePort > 0 || c.RemotePort <= 0) // DK7007
        .GroupBy(c => c.RemotePort)
        .Window(w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)))
        .Aggregate(w => new { w.Key, Calls = w.Count(), Sum = w.Sum(c => w.Key) }) // DK7003
        .Where(b => b.Calls > 2) // DK4005
        .Where(b => b.Calls > 1) // DK7006
        .Tier(Risk.High, b => b.Calls > 0 - 1) // DK4004 DK4003
        .Otherwise(Risk.Low)
        .Select((b, risk) => (object)b);
}

[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class Comparison : Detection<Call, object, NoOptionsAtAll> // DK8001
{
    private static readonly Regex s_names = new("chrome.exe$"); // DK6003
    private static readonly Regex s_wrong = new("(chrome"); // DK6004
    private static readonly Regex s_slow = new("(a+)+$"); // DK6005

    public override DetectionQuery<object> Define(Events<Call> events, NoOptionsAtAll o) => events
        .Where(c => c.Image == "a.exe") // DK6001
        .Where(c => c.RemoteAddress.ToString().StartsWith("10.")) // DK6002
        .Where(c => c.CommandLine.EndsWith("chrome.exe", StringComparison.OrdinalIgnoreCase)) // DK6006
        .Where(c => s_names.IsMatch(c.CommandLine) || s_wrong.IsMatch(c.CommandLine) || s_slow.IsMatch(c.CommandLine))
        .GroupBy(c => c.Host)
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(w => new { Pane = w, Calls = w.Count() }) // DK7002
        .Select(b => (object)b.Calls);
}

[AttackTechnique("T1583.003", Tactic = "TA0042")]
public sealed class Sequences : Detection<Call, object, NoOptionsAtAll> // DK8001
{
    public override DetectionQuery<object> Define(Events<Call> events, NoOptionsAtAll o) => events
        .FirstSeen(c => c.Host, () => TimeSpan.Zero) // DK3007
        .Where(c => c.Bytes > c.RemotePort) // DK7008
        .Join(events.Latest(), c => c.Host, c => c.Host, (c, last) => (object)new { c.Host, last.Bytes }); // DK2005
}

public static class Runs
{
    public static object Named(string name) => Detection.Define<Call, Call>("rule-" + name, events => events); // DK1005

    public static object Late(IEnumerable<Call> calls) => calls.Detect(new Thresholds(), new Options(), new RunSettings { AllowedLateness = TimeSpan.FromHours(3) }); // DK3005
}

public sealed class ThresholdsTests
{
    [Xunit.Fact]
    public void Fires_when_called() => Xunit.Assert.Single(new List<Call>().Detect(new Thresholds())); // DK8002
}
