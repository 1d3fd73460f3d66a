namespace DetectionKit.Samples.Tests.WritingDetections;

public sealed class ExfiltrationTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Detect_bytes_over_the_threshold_alerts_with_tier_and_share()
    {
        FileTransfer[] transfers = [At(0, 3_000_000_000), At(10, 6_000_000_000), At(20, 3_000_000_000)];

        var alert = transfers.Detect(new Exfiltration()).ShouldHaveSingleItem();

        alert.Value.ShouldBe(new Exfiltrated("ws-17", "files.example.net", 3_000_000_000, 1, ExfiltrationRisk.Medium));
        alert.Window.End.ShouldBe(s_start);
    }

    [Fact]
    public void Detect_early_trigger_sends_the_escalation_as_a_revision()
    {
        FileTransfer[] transfers = [At(0, 3_000_000_000), At(10, 6_000_000_000), At(20, 3_000_000_000)];

        // <snippet early>
        var settings = new RunSettings { Trigger = AlertTrigger.Early, Disorder = Disorder.Within(TimeSpan.FromMinutes(5)) };
        var alerts = transfers.Detect(new Exfiltration(), settings: settings).ToList();
        // </snippet>

        alerts.Select(alert => alert.Id).Distinct().ShouldHaveSingleItem();
        alerts.Select(alert => (alert.Value.Risk, alert.Status)).ShouldBe([(ExfiltrationRisk.Medium, AlertStatus.Early), (ExfiltrationRisk.High, AlertStatus.Early)]);
        alerts[^1].Value.LargestShare.ShouldBe(0.5);
    }

    [Fact]
    public void Detect_known_destination_stays_silent()
    {
        FileTransfer[] transfers = [At(0, 3_000_000_000) with { Destination = "backup.example.com" }];

        transfers.Detect(new Exfiltration()).ShouldBeEmpty();
        transfers.Detect(new Exfiltration(), new ExfiltrationOptions { KnownDestinations = [] }).ShouldHaveSingleItem();
    }

    [Fact]
    public void Detect_hopping_slices_give_the_share_of_the_merged_states()
    {
        var detection = Detection.Define("share", (Events<FileTransfer> transfers) => transfers
            .Window(w => w.Hopping(TimeSpan.FromHours(2), TimeSpan.FromHours(1)))
            .Aggregate(w => w.LargestShare(t => t.Bytes)));
        FileTransfer[] transfers = [At(0, 30), At(60, 10), At(61, 60)];

        transfers.Detect(detection).Select(alert => alert.Value).ShouldBe([1, 0.6, 60 / 70d]);
    }

    [Fact]
    public void Detect_wrong_option_says_which()
    {
        Should.Throw<DetectionOptionsException>(() => Array.Empty<FileTransfer>().Detect(new Exfiltration(), new ExfiltrationOptions { MinBytes = 0 }))
            .Message.ShouldContain(nameof(ExfiltrationOptions.MinBytes));
    }

    private static FileTransfer At(int minute, long bytes) =>
        new(s_start.AddMinutes(minute), s_start.AddMinutes(minute + 1), "ws-17", "ada", "files.example.net", bytes);
}
