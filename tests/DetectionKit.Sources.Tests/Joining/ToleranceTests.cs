using CsCheck;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Joining;

public sealed class ToleranceTests
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    [Fact]
    public void Read_connection_waits_for_its_process_within_the_tolerance()
    {
        var report = new SourceReport();
        string[] lines = [Connection("A", 7), Agent("A", "H"), Connection("A", 8, time: Start + 10_000), User("A", "S-1", "u"), Process("A", 7), Process("A", 8, time: Start + 20_001)];
        var found = Read(lines, report).SelectMany(b => Input.Events([b])).ToArray();
        found.Select(c => (c.Image, c.User, c.Host)).ShouldBe([("a.exe", "u", "H"), ("a.exe", "u", "H")]);
        report.Unmatched.ShouldBe(0);
    }

    [Fact]
    public void Read_connection_is_handed_out_unmatched_once_the_clock_has_passed_it()
    {
        var report = new SourceReport();
        string[] lines = [Connection("A", 7), Connection("A", 9, time: Start + 10_001), Process("A", 7)];
        var found = Read(lines, report).SelectMany(b => Input.Events([b])).ToArray();
        found.ShouldAllBe(c => c.Image == null);
        report.UnmatchedProcesses.ShouldBe(2);
    }

    [Fact]
    public void Read_clock_standing_at_the_connection_lets_it_wait_on()
    {
        string[] lines = [Connection("A", 7), Connection("A", 9, time: Start + 10_000), Process("A", 7)];
        Read(lines).SelectMany(b => Input.Events([b])).First().Image.ShouldBe("a.exe");
    }

    [Fact]
    public void Read_event_from_the_far_future_does_not_move_the_clock()
    {
        string[] lines = [Connection("A", 7), Connection("B", 9, time: Start + (86_400_000L * 400)), Process("A", 7), Agent("A", "H"), User("A", "S-1", "u")];
        Read(lines).SelectMany(b => Input.Events([b])).Single(c => c.Time.Year == 2023).Image.ShouldBe("a.exe");
    }

    [Fact]
    public void Read_tolerance_longer_than_the_far_future_limit_lets_connections_wait_for_it()
    {
        const long Hour = 3_600_000;
        string[] lines = [Connection("A", 7), Connection("A", 8, time: Start + (20 * Hour)), Process("A", 8), Connection("A", 9, time: Start + (40 * Hour)), Process("A", 7), Process("A", 9)];
        var found = Input.Connections(lines, options: stream => new() { StandardInput = stream, Disorder = Disorder.Within(TimeSpan.FromHours(30)) });
        found.OrderBy(c => c.Time).Select(c => (c.Process, c.Image)).ShouldBe([("7", null), ("8", "a.exe"), ("9", "a.exe")]);
    }

    [Fact]
    public void Read_more_waiting_than_the_limit_hands_the_oldest_out_early()
    {
        var report = new SourceReport();
        string[] lines = [Connection("A", 1, time: Start + 2), Connection("A", 2, time: Start + 1), Connection("A", 3, time: Start), Process("A", 1), Process("A", 3)];
        Read(lines, report, 2).SelectMany(b => Input.Events([b])).Count(c => c.Image is null).ShouldBe(2);
        report.ReleasedEarly.ShouldBe(1);
    }

    [Fact]
    public void Read_no_event_is_older_than_the_watermark_limit_lets_a_window_close()
    {
        // The engine's watermark after a batch is at most its limit; an event that waited must never come after a watermark that has passed it.
        var genLines = Gen.Select(Gen.Int[0, 3], Gen.ULong[1, 5], Gen.Int[0, 5_000])
            .Select((kind, process, step) => (kind, process, step)).Array[1, 60];
        Gen.Select(genLines, Gen.Int[1, 5]).Sample((steps, batchSize) =>
        {
            var (lines, time) = (new List<string>(), Start);
            foreach (var (kind, process, step) in steps)
            {
                time += step;
                lines.Add(kind == 0 ? Process("A", process, time: time) : Connection("A", process, time: time));
            }

            // In order of time, so that only waiting can make an event late.
            var watermark = DateTimeOffset.MinValue;
            var (greatest, count) = (DateTimeOffset.MinValue, 0);
            foreach (var batch in Read(lines, batchSize: batchSize))
            {
                foreach (var connection in Input.Events([batch]))
                {
                    if (connection.Time < watermark) return false;
                    if (connection.Time > greatest) greatest = connection.Time;
                    count++;
                }

                var advanced = greatest - Tolerance;
                if (batch.WatermarkLimit < advanced) advanced = batch.WatermarkLimit;
                if (advanced > watermark) watermark = advanced;
            }

            return count == steps.Count(s => s.kind != 0);
        });
    }

    [Fact]
    public void Read_batch_while_a_connection_waits_is_limited_to_its_time()
    {
        string[] lines = [Connection("A", 7), Enriched($""" "timestamp":{Start + 5000},"RemotePort":1,"RemoteAddressIP4":"9.9.9.9" """), Process("A", 7, time: Start + 30_000)];
        var batches = Read(lines, batchSize: 1).ToArray();
        batches.Select(b => b.Count).ShouldBe([1, 1]);
        batches.ShouldAllBe(b => b.WatermarkLimit == DateTimeOffset.FromUnixTimeMilliseconds(Start));
    }

    private static IEnumerable<EventBatch<NetworkConnection>> Read(IEnumerable<string> lines, SourceReport? report = null, int maxWaiting = 100, int batchSize = 2048)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join("\n", lines));
        var options = new SourceOptions
        {
            StandardInput = new MemoryStream(bytes),
            Disorder = Disorder.Within(Tolerance),
            BatchSize = batchSize,
            Limits = new() { MaxWaiting = maxWaiting },
        };
        return EventFiles.Read<NetworkConnection>("-", options, report);
    }
}
