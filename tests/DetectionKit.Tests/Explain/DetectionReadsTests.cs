using System.Net;

namespace DetectionKit.Tests.Explain;

public sealed class DetectionReadsTests
{
    [Fact]
    public void ReadsOf_names_the_members_and_the_filters_that_come_first()
    {
        var detection = Detection.Define("filtered", (Events<NetworkConnection> events) => events
            .Where(c => c.RemotePort == 443 && c.Image != "a.exe")
            .Where(c => c.Host != c.User)
            .Where(c => c.CommandLine != null)
            .Select(c => new { c.Host }));
        var reads = detection.ReadsOf<NetworkConnection>();

        reads.Members.ShouldBe(["CommandLine", "Host", "Image", "RemotePort", "Time", "User"], ignoreOrder: true);
        reads.TimeMembers.ShouldBe(["Time"]);
        reads.Reads("Host").ShouldBeTrue();
        reads.Reads("Process").ShouldBeFalse();
        reads.Filters.Select(filter => filter.Member).ShouldBe(["RemotePort", "Image"]);
        var port = reads.Filters[0].Predicate.ShouldBeOfType<Func<int, bool>>();
        (port(443), port(80)).ShouldBe((true, false));
        var image = reads.Filters[1].Predicate.ShouldBeOfType<Func<string?, bool>>();
        (image("a.exe"), image("b.exe"), image(null)).ShouldBe((false, true, true));
    }

    [Fact]
    public void ReadsOf_filters_hold_the_options()
    {
        var filter = new Bursts().ReadsOf<NetworkConnection>(new BurstOptions { ExcludedNetworks = ["198.51.100.0/24"] }).Filters.First(filter => filter.Member == "RemoteAddress");
        var predicate = filter.Predicate.ShouldBeOfType<Func<IPAddress, bool>>();

        (predicate(IPAddress.Parse("198.51.100.7")), predicate(IPAddress.Parse("10.0.0.1"))).ShouldBe((false, true));
    }

    [Fact]
    public void ReadsOf_where_ways_part_has_the_filters_before_that()
    {
        var detection = Detection.Define("branches", (Events<NetworkConnection> events) =>
        {
            var outside = events.Where(c => c.RemotePort == 443);
            return outside.Where(c => c.Host == "A").Merge(outside.Where(c => c.User == "u")).Select(c => new { c.Host });
        });

        detection.ReadsOf<NetworkConnection>().Filters.Select(filter => filter.Member).ShouldBe(["RemotePort"]);
    }

    [Fact]
    public void ReadsOf_events_used_whole_has_no_members() =>
        Detection.Define("kept", (Events<NetworkConnection> events) => events.Distinct(e => e.Host, () => TimeSpan.FromMinutes(5)).Select(e => new { e.Host }))
            .ReadsOf<NetworkConnection>().ShouldSatisfyAllConditions(reads => reads.Members.ShouldBeNull(), reads => reads.Reads("Process").ShouldBeTrue());

    [Fact]
    public void ReadsOf_events_that_the_detection_does_not_read_is_refused() =>
        Should.Throw<ArgumentException>(() => new Bursts().ReadsOf<ProcessStart>()).Message.ShouldContain("reads no ProcessStart events");
}
