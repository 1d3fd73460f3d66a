using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using DetectionKit.Sources.Falcon;
using DetectionKit.Sources.Tests.Sysmon;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Reading;

/// <summary>A file is read in blocks, and records are decoded together where they can be; standard input is read a record at a time.</summary>
public sealed class InputCursorTests
{
    // What a filter asks for, what it does not, and values that are written in odd ways, each in one record of some.
    private static readonly Gen<string> s_complete = Gen.Select(
        Gen.Frequency((6, Gen.OneOf("9.9.9.9", "8.8.8.8", "10.0.0.1")), (1, Gen.OneOf("\\u0039.9.9.9", "::1", "soon", ""))), Gen.Frequency((8, Gen.OneOf("443", "80")), (1, Gen.OneOf("\\u0034", "70000", "1e2", "", "+7"))), Gen.Int[0, 3], Gen.Frequency((30, Gen.OneOf(0L, 1, 1_000)), (1, Gen.OneOf(60_000L, 90_000_000_000))), Gen.Int[0, 60]).Select((address, port, n, after, odd) => Enriched(string.Join(',',
        odd == 0 ? """ "ContextTimeStamp":"" """ : $""" "ContextTimeStamp":"{(Start + after) / 1000}.5" """,
        odd == 1 ? """ "timestamp":"now" """ : odd == 2 ? """ "timestamp":"\u0031700000000000" """ : $""" "timestamp":{Start + after} """,
        odd == 3 ? $""" "RemoteAddressIP6":"2001:db8::{n}" """ : $""" "RemoteAddressIP4":"{address}" """,
        odd == 4 ? """ "UserName":null """ : odd == 5 ? """ "UserName":{"a":1} """ : odd == 6 ? """ "x":1 """ : $""" "UserName":"u{n}" """,
        odd == 7 ? """ "ContextProcessId":"none" """ : odd == 8 ? """ "ContextProcessId":"" """ : odd == 9 ? """ "y":[] """ : $""" "ContextProcessId":{n} """,
        odd == 10 ? """ "CommandLine":7 """ : $""" "CommandLine":"c \"{n}\"" """,
        $""" "RemotePort":"{(n == 0 ? "443" : port)}","ComputerName":"H{n % 2}","ImageFileName":"{(n == 3 ? "b.exe" : "\\u0061.exe")}","aid":"A" """)));

    private static readonly Gen<string> s_line = Gen.Select(s_complete, Gen.Int[0, 30], Gen.Int[0, 3]).Select((complete, kind, n) => kind switch
    {
        0 => Connection("A", (ulong)n),
        1 => Process("A", (ulong)n, image: $"{n}.exe", time: Start + (n * 40_000)),
        2 => User("A", "S-1", $"u{n}"),
        3 => "{" + n,
        4 => new string('x', 400 * n),
        5 or 6 => """{"event_simpleName":"DnsRequest","ComputerName":"H"}""",
        7 => "",
        _ => complete,
    });

    // Rows that replace others, or have others go, before and after the connections that join them; and records that are written so that they are not what they seem.
    private static readonly Gen<string> s_joining = Gen.Select(Gen.Int[0, 40], Gen.OneOf("A", "B", "C"), Gen.Int[0, 3], Gen.Int[1, 3], Gen.Frequency((30, Gen.OneOf(0L, 1, 1_000)), (1, Gen.OneOf(90_000L, 90_000_000_000)))).Select((kind, aid, process, user, after) => kind switch
    {
        < 8 => Process(aid, (ulong)process, image: $"{user}.exe", commandLine: $"x {after}", user: $"S-{user}", time: Start + after),
        < 11 => User(aid, $"S-{user}", $"u{after}", Start + after),
        < 13 => Agent(aid, $"H{after}", $"17000000{user}"),
        13 => Process(aid, (ulong)process, user: "", time: Start + after, more: $$""","UserName":"own","ContextProcessId":"{{user}}" """),
        14 => Process(aid, (ulong)process, time: Start + after).Replace("ProcessRollup2", "Process\\u0052ollup2", StringComparison.Ordinal).Replace("TargetProcessId", "ContextProcessId", StringComparison.Ordinal),
        15 => Process(aid, (ulong)process, time: Start + after, more: $$""","ContextProcessId":"{{user}}" """).Replace("ProcessRollup2", "Process\\u0052ollup2", StringComparison.Ordinal),
        16 => Process(aid, (ulong)process, time: Start + after).Replace("\"S-1\"", "\"\\u0053-1\"", StringComparison.Ordinal),
        17 => Process(aid, (ulong)process, time: Start + after).Replace($"\"aid\":\"{aid}\"", user == 1 ? "\"x\":1" : "\"aid\":\"\\u0041\"", StringComparison.Ordinal),
        18 => Process(aid, (ulong)process, time: Start + after).Replace($"Id\":\"{process}", user == 1 ? "Id\":\"none" : "Other\":\"1", StringComparison.Ordinal),
        19 => Process(aid, (ulong)process, user: "1000", time: Start + after).Replace("\"Win\"", "\"Lin\"", StringComparison.Ordinal).Replace("UserSid", "UID", StringComparison.Ordinal),
        20 => User(aid, "1000", $"n{after}", Start + after).Replace("\"Win\"", "\"Lin\"", StringComparison.Ordinal).Replace("UserSid", "UID", StringComparison.Ordinal),
        21 => Connection(aid, (ulong)process, time: Start + after, more: $$""","TargetProcessId":"{{user}}" """),
        22 => Connection(aid, (ulong)process, time: Start + after).Replace("Context", "Target", StringComparison.Ordinal),
        24 => Connection(aid, (ulong)process, time: Start + after).Replace("NetworkConnectIP4", user == 1 ? "DnsRequest" : user == 2 ? "NetworkC\\u006fnnectIP4" : "NetworkConnectIP6", StringComparison.Ordinal),
        23 => Connection(aid, (ulong)process, time: Start + after, more: ""","ComputerName":"own" """),
        _ => Connection(aid, (ulong)process, time: Start + after),
    });

    private static readonly JsonTypeInfo<Visit> s_contract = (JsonTypeInfo<Visit>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Visit));

    private static readonly EventReads<Visit> s_visits = Detection.Define("visits", (Events<Visit> events) => events
        .GroupBy(visit => visit.User)
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Count = g.Count(), First = g.Min(visit => visit.At) })
        .Select(g => new Attempts(g.Key, g.Count))).ReadsOf<Visit>();

    [Fact]
    public void Decode_records_together_gives_what_they_give_one_by_one()
    {
        Gen.Select(s_line.Array[0, 80], Gen.Int[0, 2], Gen.Int[1, 20], Gen.Int[1, 40_000], Gen.Bool, Gen.Bool).Sample(
            (lines, disorder, batch, buffer, contextTime, filters) =>
            {
                using var folder = new TempFolder();
                var path = folder.Write("a.log", lines);
                SourceOptions Options(Stream? input) => new()
                {
                    StandardInput = input,
                    Format = "falcon",
                    FalconTime = contextTime ? FalconTime.ContextTimeStamp : FalconTime.Timestamp,
                    Disorder = disorder == 0 ? Disorder.Any : disorder == 1 ? Disorder.None : Disorder.Within(TimeSpan.FromMinutes(1)),
                    BatchSize = batch,
                    BufferBytes = buffer,
                    Limits = new() { MaxRecordBytes = 1_024 },
                };
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
                return Outcome(path, Options(null), filters) == Outcome("-", Options(stream), filters);
            },
            iter: 1_000,
            print: input => string.Join('\n', input.Item1));
    }

    [Fact]
    public void Decode_falcon_records_whose_joins_were_found_together_gives_what_they_give_one_by_one() => JoinsAreAlike("falcon", s_joining);

    [Fact]
    public void Decode_sysmon_records_whose_joins_were_found_together_gives_what_they_give_one_by_one()
    {
        // Hosts that differ in case are one; inner documents, and other members, may say another process than the record does.
        var shapes = SysmonShapes.All.Values.ToArray();
        JoinsAreAlike("sysmon", Gen.Select(Gen.OneOf(shapes), Gen.Bool, Gen.OneOf("H", "h", "G", ""), Gen.Int[0, 9], Gen.Int[0, 20]).Select((shape, isStart, host, process, odd) =>
            (odd is 3 or 4 ? "{\"Hostname\":\"-\",\"ComputerName\":\"G\"," + (isStart ? shape.Start : shape.Connection)[1..] : isStart ? shape.Start : shape.Connection)
                .Replace("\"H\"", $"\"{host}\"", StringComparison.Ordinal)
                .Replace("0000000400", odd == 0 ? "none" : odd == 1 ? "\\u0030000000400" : $"00000004{process / 3:00}", StringComparison.Ordinal)
                .Replace("-x", $"-{odd}", StringComparison.Ordinal)
                .Replace("02:17:07", $"02:17:0{process}", StringComparison.Ordinal)
                .Replace("\"EventData\"", odd == 2 ? "\"ProcessGuid\":\"{39e4a257-dddf-5f8b-4e1b-000000000401}\",\"EventData\"" : "\"EventData\"", StringComparison.Ordinal)));
    }

    private static void JoinsAreAlike(string format, Gen<string> line)
    {
        Gen.Select(line.Array[0, 120], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 40], Gen.Bool).Sample(
            (lines, processes, users, hosts, batch, filters) =>
            {
                using var folder = new TempFolder();
                var path = folder.Write("a.log", lines);
                SourceOptions Options(Stream? input) => new()
                {
                    StandardInput = input,
                    Format = format,
                    Disorder = Disorder.Within(TimeSpan.FromMinutes(1)),
                    BatchSize = batch,

                    // Few, so that rows go, or so many that none does.
                    Limits = new() { MaxProcesses = processes == 4 ? 100 : processes, MaxUsers = users == 4 ? 100 : users, MaxHosts = hosts == 4 ? 100 : hosts },
                };
                using var stream = new MemoryStream(File.ReadAllBytes(path));
                return Outcome(path, Options(null), filters) == Outcome("-", Options(stream), filters);
            },
            iter: 2_000,
            print: input => string.Join('\n', input.Item1));
    }

    [Fact]
    public void Decode_json_of_ones_own_together_gives_what_it_gives_one_by_one()
    {
        var line = Gen.Frequency(
            (6, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], (second, user) => $$"""{"At":"2024-03-01T00:00:0{{second}}Z","User":"u{{user}}","Device":{{user}}}""")),
            (1, Gen.OneOf("""{"At":"2024-03-01T00:00:01+02:00","User":null,"Device":1}""", """{"At":"2024-03-01","User":"\u0061","Device":2}""", """{"At":"2024-03-01T00:00:00Z","User":"no device"}""", """{"User":"b"}""", """{"At":7}""", """{"At":"2024-03-01T00:00:00Z"}""", """{"At":"2024-03-01T00:00:00Z","User":["c"]}""", "[]", "")));
        Gen.Select(line.Array[0, 60], Gen.Int[1, 20], Gen.Int[1, 2_000]).Sample(
            (lines, batch, buffer) =>
            {
                using var folder = new TempFolder();
                var path = folder.Write("a.log", lines);
                using var stream = new MemoryStream(File.ReadAllBytes(path));
                string Own(string path, Stream? input)
                {
                    var options = new SourceOptions { StandardInput = input, BatchSize = batch, BufferBytes = buffer };
                    return ReadOutcome.Of(report => EventFiles.Read([path], s_contract, options, report, reads: s_visits));
                }

                return Own(path, null) == Own("-", stream);
            },
            iter: 1_000);
    }

    private static string Outcome(string path, SourceOptions options, bool filters)
    {
        return ReadOutcome.Of(Read, filters ? FilteredReads.Shown : null);

        IEnumerable<EventBatch<NetworkConnection>> Read(SourceReport report)
        {
            var batches = EventFiles.Read(path, options, report, filters ? FilteredReads.Of : null).ToList();
            if (path != "-") batches.ShouldAllBe(batch => batch.Count <= options.BatchSize);
            return batches;
        }
    }

    // The device must be there, though no one reads it.
    internal sealed record Visit(DateTimeOffset At, string? User, [property: JsonRequired] int Device);

    private sealed record Attempts(string? User, long Count);
}
