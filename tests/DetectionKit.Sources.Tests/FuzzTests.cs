using System.Text;
using CsCheck;
using DetectionKit.Sources.Tests.Falcon;
using DetectionKit.Sources.Tests.Sysmon;

namespace DetectionKit.Sources.Tests;

/// <summary>Whatever the bytes are: events, counted records or a clear refusal, and never another exception.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Seeds =
    [
        FalconLines.Connection("A", 1),
        FalconLines.Process("A", 1),
        FalconLines.User("A", "S-1", "u"),
        FalconLines.Agent("A", "H"),
        .. SysmonShapes.All.Values.SelectMany(s => new[] { s.Connection, s.Start }),
        "#separator \\x09", "#fields\tts\tid.orig_h\tid.resp_h\tid.resp_p\tconn_state", "1517336042.09\t10.0.0.1\t203.0.113.5\t80\tS0",
        """{"ts":1,"id.orig_h":"10.0.0.1","id.resp_h":"203.0.113.5","id.resp_p":443,"conn_state":"SF"}""",
        """{"EventID":4688,"Channel":"Security","@timestamp":"2020-10-18T02:17:07.070Z","NewProcessId":"0x1a2b","NewProcessName":"C:\\a.exe"}""",
        """{"Id":4104,"LogName":"Microsoft-Windows-PowerShell/Operational","TimeCreated":"\/Date(1602987427070)\/","Message":"Creating Scriptblock text (1 of 2):\r\nx\r\nScriptBlock ID: 5c"}""",
        """<Event><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>11</EventID><TimeCreated SystemTime="2020-10-18T02:17:07Z"/></System><EventData><Data Name="TargetFilename">x</Data></EventData></Event>""",
        """{"createdDateTime":"2026-03-02T08:00:00Z","userPrincipalName":"a","ipAddress":"203.0.113.9","status":{"errorCode":0},"location":"{\"countryOrRegion\":\"NL\"}"}""",
        """{"class_uid":4001,"time":1772438400000,"dst_endpoint":{"ip":"203.0.113.9","port":443},"duration":5}""",
        """type=SYSCALL msg=audit(1604994496.155:1): arch=c000003e syscall=59 success=yes pid=1 exe="/usr/bin/nmap" """, """type=EXECVE msg=audit(1604994496.155:1): argc=2 a0="nmap" a1=2D70203232""",
        """{"SyslogMessage":"type=AUOMS_EXECVE audit(1652292621.986:84138): success=yes exe=\"/a\" cmdline=\"a b\""}""",
        "#fields\tts\tid.orig_h\tquery", "1517336042.09\t10.0.0.1\twww.example.com",
        "[", "]", "{", "}", "\r", "",
    ];

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.Select(Gen.OneOf(Seeds).Array[0, 12], Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[0, 8]).Select((lines, changes) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join("\n", lines));
            foreach (var (place, value) in changes)
            {
                if (bytes.Length > 0) bytes[place % bytes.Length] = value;
            }

            return bytes;
        }));

    [Fact]
    public void Read_any_bytes_of_a_named_format_accounts_for_every_record() =>
        Gen.Select(Bytes, Gen.OneOf("falcon", "sysmon", "zeek"), Gen.Bool, Gen.Int[1, 64], Gen.Bool).Sample((bytes, format, any, buffer, isPacked) =>
        {
            var report = new SourceReport();
            var found = Input.Connections(isPacked ? TempFolder.Gzip(bytes) : bytes, report, s => new()
            {
                StandardInput = s,
                Format = format,
                Disorder = any ? Disorder.Any : Disorder.StreamDefault,
                BufferBytes = buffer,
                BatchSize = 3,
            });
            return found.Length == report.Events && report.Waiting == 0 && report.MalformedSamples.Count == Math.Min(100, report.Malformed);
        }, iter: 3000);

    [Theory]
    [InlineData("sysmon", typeof(ProcessStart))]
    [InlineData("falcon", typeof(ProcessStart))]
    [InlineData("sysmon", typeof(FileCreated))]
    [InlineData("sysmon", typeof(DnsQuery))]
    [InlineData("sysmon", typeof(ScriptBlock))]
    [InlineData("sysmon", typeof(NetworkFlow))]
    [InlineData("zeek", typeof(NetworkFlow))]
    [InlineData("zeek", typeof(DnsQuery))]
    [InlineData("auditd", typeof(ProcessStart))]
    [InlineData("entra", typeof(SignInAttempt))]
    [InlineData("ocsf", typeof(NetworkConnection))]
    [InlineData("ocsf", typeof(NetworkFlow))]
    public void Read_any_bytes_as_any_event_accounts_for_every_record(string format, Type type) =>
        Gen.Select(Bytes, Gen.Bool, Gen.Int[1, 64]).Sample((bytes, any, buffer) =>
        {
            var report = new SourceReport();
            var options = new SourceOptions { StandardInput = new MemoryStream(bytes), Format = format, Disorder = any ? Disorder.Any : Disorder.StreamDefault, BufferBytes = buffer, BatchSize = 3 };
            var found = (int)typeof(FuzzTests).GetMethod(nameof(Count), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, [options, report])!;
            return found == report.Events && report.Waiting == 0 && report.MalformedSamples.Count == Math.Min(100, report.Malformed);
        }, iter: 300);

    private static int Count<T>(SourceOptions options, SourceReport report) => Input.Events(EventFiles.Read<T>("-", options, report)).Length;

    [Fact]
    public void Read_any_bytes_of_an_unknown_format_are_read_or_clearly_refused() =>
        Gen.Select(Bytes, Gen.Bool).Sample((bytes, cutGzip) =>
        {
            var input = cutGzip && bytes.Length > 0 ? TempFolder.Gzip(bytes)[..^5] : bytes;
            try
            {
                Input.Connections(input);
            }
            catch (SourceException e)
            {
                return e.Input == "-" && (e.Message.Contains("--format") || e.Message.Contains("- can't be read: ") || e.LacksEvents);
            }

            return true;
        }, iter: 2000);

    [Fact]
    public void Read_with_any_buffer_gives_the_same_events_and_counts() =>
        Gen.Select(Bytes, Gen.Int[1, 200]).Sample((bytes, buffer) =>
        {
            var (small, big) = (new SourceReport(), new SourceReport());
            var found = Input.Connections(bytes, small, s => new() { StandardInput = s, Format = "falcon", BufferBytes = buffer });
            var expected = Input.Connections(bytes, big, s => new() { StandardInput = s, Format = "falcon" });
            return found.SequenceEqual(expected) && small.Bytes == big.Bytes && small.Lines == big.Lines && small.MalformedSamples.SequenceEqual(big.MalformedSamples);
        }, iter: 2000);

    [Theory]
    [InlineData("falcon")]
    [InlineData("sysmon")]
    public void Read_any_bytes_gives_connections_as_columns_that_are_those_given_as_objects(string format) =>
        Gen.Select(Bytes, Gen.Bool).Sample((bytes, any) =>
        {
            // Flows are made of connections that are objects.
            SourceOptions Options() => new() { StandardInput = new MemoryStream(bytes), Format = format, Disorder = any ? Disorder.Any : Disorder.Within(TimeSpan.FromDays(1)), BatchSize = 3 };
            var (columns, objects) = (new SourceReport(), new SourceReport());
            var found = Input.Events(EventFiles.Read<NetworkConnection>("-", Options(), columns)).Select(c => (c.Time, c.Host, c.Image, Address: c.RemoteAddress.ToString(), c.RemotePort));
            var expected = Input.Events(EventFiles.Read<NetworkFlow>("-", Options(), objects)).Select(f => (f.Time, f.Host, f.Image, Address: f.RemoteAddress.ToString(), f.RemotePort));
            return found.SequenceEqual(expected) && columns.MalformedSamples.SequenceEqual(objects.MalformedSamples) && columns.Unmatched == objects.Unmatched && columns.NotInitiated == objects.NotInitiated;
        }, iter: 2000);

    [Fact]
    public void ReadAsync_any_bytes_in_files_gives_what_Read_gives() =>
        Gen.Select(Bytes.Array[1, 3], Gen.OneOf("falcon", "sysmon", "zeek"), Gen.Bool, Gen.Int[1, 200]).Sample((files, format, any, buffer) =>
        {
            using var folder = new TempFolder();
            var paths = files.Select((bytes, i) => folder.WriteBytes($"{i}.log", bytes)).ToArray();
            var options = new SourceOptions { Format = format, Disorder = any ? Disorder.Any : Disorder.StreamDefault, BufferBytes = buffer, BatchSize = 3 };
            var (here, ahead) = (new SourceReport(), new SourceReport());
            var expected = EventFiles.Read<NetworkConnection>(paths, options, here).ToList();
            var found = EventFiles.ReadAsync<NetworkConnection>(paths, options, ahead).ToBlockingEnumerable().ToList();
            return Input.Events(found).SequenceEqual(Input.Events(expected)) && Input.Positions(found).SequenceEqual(Input.Positions(expected))
                && ahead.MalformedSamples.SequenceEqual(here.MalformedSamples) && ahead.Bytes == here.Bytes && ahead.Lines == here.Lines && ahead.Skipped == here.Skipped;
        }, iter: 1000);
}
