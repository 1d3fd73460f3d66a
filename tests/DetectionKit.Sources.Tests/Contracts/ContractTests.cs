using System.Text;

namespace DetectionKit.Sources.Tests.Contracts;

public sealed class ContractTests
{
    [Fact]
    public void Read_contract_gives_own_events_with_positions()
    {
        using var folder = new TempFolder();
        var path = folder.Write("x.ndjson", """{"At":"2020-01-01T00:00:00Z","User":"u"}""", "", "null", """{"User":"v"}""", """{"At":5}""", """{"At":"2020-01-02T00:00:00Z"}""");
        var report = new SourceReport();
        var batches = EventFiles.Read(path, LoginContext.Default.Login, report: report).ToArray();
        Input.Events(batches).Select(l => l.User).ShouldBe(["u", null]);
        Input.Positions(batches).ShouldBe([new(path, 1), new(path, 6)]);
        report.MalformedSamples.Select(m => m.Position.Line).ShouldBe([3, 4, 5]);
        report.MalformedSamples[2].Reason.ShouldContain("$.At");
    }

    [Fact]
    public void Read_several_inputs_under_a_tolerance_merges_them_by_the_only_time()
    {
        using var folder = new TempFolder();
        var odd = folder.Write("odd.ndjson", Enumerable.Range(0, 50).Select(i => At((2 * i) + 1)));
        var even = folder.Write("even.ndjson", Enumerable.Range(0, 50).Select(i => At(2 * i)));
        var late = folder.Write("late.ndjson", At(100));
        var options = new SourceOptions { Disorder = Disorder.None };
        Input.Events(EventFiles.Read([late, odd, even], LoginContext.Default.Login, options)).Select(l => l.User).ShouldBe(Enumerable.Range(0, 101).Select(i => $"{i}"));
        var columns = EventFiles.Read([late, odd, even], LoginContext.Default.Login, options, reads: new EventReads<Login>([nameof(Login.At), nameof(Login.User)], [])).ToArray();
        columns.ShouldAllBe(batch => batch is ColumnBatch<Login>);
        Input.Events(columns).Select(l => l.User).ShouldBe(Enumerable.Range(0, 101).Select(i => $"{i}"));
        var byHand = EventFiles.Read([late, odd, even], LoginContext.Default.Login, options, time: l => DateTimeOffset.MaxValue - l.At.TimeOfDay);
        Input.Events(byHand)[0].User.ShouldBe("100");
    }

    [Fact]
    public void Read_type_without_a_known_format_says_to_give_a_contract()
    {
        var options = new SourceOptions { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes("""{"event_simpleName":"x"}""")) };
        Should.Throw<SourceException>(() => EventFiles.Read<Login>("-", options).Count()).Message.ShouldContain("JsonTypeInfo<Login>");
    }

    private static string At(int second) => $$"""{"At":"2020-01-01T00:{{second / 60:D2}}:{{second % 60:D2}}Z","User":"{{second}}"}""";
}
