using System.Text;

namespace DetectionKit.Sources.Tests.Auditd;

public sealed class AuditdDecoderTests
{
    private const string Call = """type=SYSCALL msg=audit(1604994496.155:92733): arch=c000003e syscall=59 success=yes exit=0 a0=558e251634a0 items=2 ppid=29002 pid=1631 auid=1000 uid=0 tty=pts0 ses=104 comm="nmap" exe="/usr/bin/nmap" key=(null)""";
    private const string Arguments = """type=EXECVE msg=audit(1604994496.155:92733): argc=4 a0="nmap" a1="-sS" a2=2D70203232 a3="127.0.0.1" """;
    private static readonly DateTimeOffset s_time = DateTimeOffset.FromUnixTimeMilliseconds(1604994496155);

    [Fact]
    public void Records_of_one_serial_number_are_one_start() =>
        Read($"{Call}\ntype=CWD msg=audit(1604994496.155:92733): cwd=\"/root\"\n{Arguments}\ntype=PROCTITLE msg=audit(1604994496.155:92733): proctitle=6E6D6170")
            .ShouldBe([new ProcessStart(s_time, null, "1000", "1631", "/usr/bin/nmap", "nmap -sS -p 22 127.0.0.1", null)]);

    [Fact]
    public void Records_that_are_mixed_with_others_are_joined_and_named_by_their_node() =>
        Read($"node=web1 {Call}\nnode=web1 {Call.Replace("92733", "92734").Replace("pid=1631", "pid=1632")}\nnode=web1 {Arguments.Replace("92733", "92734").Replace("-sS", "-sT")}\nnode=web1 {Arguments}")
            .Select(start => (start.Host, start.Process, start.CommandLine)).ShouldBe([("web1", "1632", "nmap -sT -p 22 127.0.0.1"), ("web1", "1631", "nmap -sS -p 22 127.0.0.1")]);

    [Fact]
    public void Other_calls_and_those_that_failed_start_nothing() =>
        Read($"{Call.Replace("syscall=59", "syscall=42")}\n{Call.Replace("success=yes", "success=no").Replace("92733", "92735")}\n{Arguments.Replace("92733", "92735")}").ShouldBeEmpty();

    [Fact]
    public void A_half_is_told_at_the_end() =>
        Read(Arguments).ShouldBe([new ProcessStart(s_time, null, null, null, "nmap", "nmap -sS -p 22 127.0.0.1", null)]);

    [Fact]
    public void A_long_argument_comes_in_pieces() =>
        Read("""type=EXECVE msg=audit(1604994496.155:9): argc=2 a0="sh" a1_len=6 a1[0]="abc" a1[1]="def" """).ShouldHaveSingleItem().CommandLine.ShouldBe("sh abcdef");

    [Fact]
    public void Auoms_through_syslog_is_read() =>
        Read("""{"TimeGenerated":"2022-05-11T18:10:21.997Z","Computer":"UBUNTU5","SyslogMessage":"type=AUOMS_EXECVE audit(1652292621.986:84138): SchemaVersion=\"1\" syscall=execve success=yes pid=17790 user=tomcat uid=1001 exe=\"/usr/bin/nmap\" cwd=\"/\" cmdline=\"nmap -p 22,80 10.0.0.5\""}""")
            .ShouldBe([new ProcessStart(DateTimeOffset.FromUnixTimeMilliseconds(1652292621986), "UBUNTU5", "tomcat", "17790", "/usr/bin/nmap", "nmap -p 22,80 10.0.0.5", null)]);

    [Fact]
    public void A_half_holds_no_window_open_beyond_the_tolerance()
    {
        var records = Call + "\n" + string.Join("\n", Enumerable.Range(0, 3).Select(i => $"type=CWD msg=audit({1604995496 + (i * 60)}.0:{i}): cwd=\"/\"")) + "\n" + Call.Replace("1604994496.155:92733", "1604995700.0:9") + "\n" + Arguments.Replace("1604994496.155:92733", "1604995700.0:9");
        var options = new SourceOptions { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(records)), Disorder = Disorder.Within(TimeSpan.FromMinutes(1)), BatchSize = 1 };

        var batches = EventFiles.Read<ProcessStart>("-", options).ToList();

        batches.Select(batch => batch.Materialise(0).CommandLine).ShouldBe([null, "nmap -sS -p 22 127.0.0.1"]);
        batches[^1].WatermarkLimit.ShouldBeGreaterThan(s_time.AddMinutes(10));
    }

    [Fact]
    public void A_line_that_is_no_record_is_malformed()
    {
        var report = new SourceReport();

        Read($"{Call}\nhello\n{Arguments}", report).ShouldHaveSingleItem();

        report.MalformedSamples.ShouldHaveSingleItem().Reason.ShouldBe("it has no type= and no audit(SECONDS:SERIAL)");
    }

    private static ProcessStart[] Read(string records, SourceReport? report = null) => Input.Events(EventFiles.Read<ProcessStart>("-", Input.Options(Encoding.UTF8.GetBytes(records)), report));
}
