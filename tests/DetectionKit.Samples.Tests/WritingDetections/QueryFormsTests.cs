namespace DetectionKit.Samples.Tests.WritingDetections;

public sealed class QueryFormsTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void HugeTransfer_alerts_once_an_event() =>
        new[] { At(0, 1), At(1, 50_000_000_000) }.Detect(QueryForms.HugeTransfer).ShouldHaveSingleItem().Value.ShouldBe("ws-17 sent a huge file to d0");

    [Fact]
    public void BusyHost_alerts_in_each_window_that_holds_twenty_destinations() =>
        Enumerable.Range(0, 20).Select(i => At(0, 1, $"d{i}")).Detect(QueryForms.BusyHost).Select(alert => alert.Window.Start)
            .ShouldBe([s_start.AddMinutes(-45), s_start.AddMinutes(-30), s_start.AddMinutes(-15), s_start]);

    [Fact]
    public void LongSession_is_ended_by_silence()
    {
        var workday = Enumerable.Range(0, 17).Select(i => At(29 * i, 1));
        var pause = Enumerable.Range(0, 17).Select(i => At(31 * i, 1));

        workday.Detect(QueryForms.LongSession).ShouldHaveSingleItem().Value.ShouldBe(new QueryForms.Busy("ws-17", 1));
        pause.Detect(QueryForms.LongSession).ShouldBeEmpty();
    }

    [Fact]
    public void Quiet_drops_duplicates_and_later_alerts()
    {
        var repeated = Enumerable.Range(0, 3).Select(i => At(0, 0) with { Started = s_start.AddSeconds(i) });
        var three = Enumerable.Range(0, 30).Select(i => At(i, 0));

        repeated.Detect(QueryForms.Quiet).ShouldBeEmpty();
        three.Detect(QueryForms.Quiet).ShouldHaveSingleItem().Value.Number.ShouldBe(5);
    }

    private static FileTransfer At(int minute, long bytes, string destination = "d0") => new(s_start.AddMinutes(minute), s_start.AddMinutes(minute), "ws-17", "ada", destination, bytes);
}
