using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using DetectionKit.Sources.Reading;
using DetectionKit.Sources.Tests.Contracts;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Reading;

public sealed class ReadAsyncTests
{
    private static readonly string Complete = Enriched(""" "timestamp":1,"RemotePort":1,"RemoteAddressIP4":"9.9.9.9","ComputerName":"h","UserName":"u","ImageFileName":"i","CommandLine":"c" """);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_gives_the_batches_of_read()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ndjson", Enumerable.Range(0, 1000).Select(i => Connection("A", (ulong)i, time: Start + i)).Append(Process("A", 7)));
        var options = new SourceOptions { BatchSize = 7 };
        var batches = new List<EventBatch<NetworkConnection>>();
        await foreach (var batch in EventFiles.ReadAsync<NetworkConnection>(path, options, cancellationToken: Cancellation)) batches.Add(batch);
        Input.Events(batches).ShouldBe(Input.Events(EventFiles.Read<NetworkConnection>(path, options)));
        batches.Count.ShouldBe((1000 / 7) + 1);
    }

    [Fact]
    public async Task ReadAsync_passes_errors_on()
    {
        var options = new SourceOptions { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes("{\"x\":1}")) };
        await Should.ThrowAsync<SourceException>(async () => await EventFiles.ReadAsync<NetworkConnection>("-", options, cancellationToken: Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task ReadAsync_live_input_is_handed_out_as_it_comes_and_can_be_given_up()
    {
        var pipe = new Pipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var options = new SourceOptions { StandardInput = pipe.Reader.AsStream(), Disorder = Disorder.StreamDefault };
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Enriched(""" "timestamp":1,"RemotePort":1,"RemoteAddressIP4":"9.9.9.9" """) + "\n"), Cancellation);
        await using var batches = EventFiles.ReadAsync<NetworkConnection>("-", options, cancellationToken: stop.Token).GetAsyncEnumerator(Cancellation);
        (await batches.MoveNextAsync()).ShouldBeTrue();
        batches.Current.Count.ShouldBe(1);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await batches.MoveNextAsync());
        await pipe.Writer.CompleteAsync();
    }

    [Fact]
    public async Task ReadAsync_given_up_early_lets_go_of_the_file()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ndjson", Enumerable.Range(0, 10_000).Select(i => Enriched($""" "timestamp":{i},"RemotePort":1,"RemoteAddressIP4":"9.9.9.9" """)));
        await foreach (var _ in EventFiles.ReadAsync<NetworkConnection>(path, new() { BatchSize = 1 }, cancellationToken: Cancellation)) break;
        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        exclusive.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task ReadAsync_cancelled_between_batches_ends_and_lets_go_of_the_file()
    {
        using var folder = new TempFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var path = folder.Write("a.ndjson", Enumerable.Repeat(Complete, 50_000));
        var options = new SourceOptions { BatchSize = 1, MaxDegreeOfParallelism = 2 };
        await using (var batches = EventFiles.ReadAsync<NetworkConnection>(path, options, cancellationToken: stop.Token).GetAsyncEnumerator(Cancellation))
        {
            (await batches.MoveNextAsync()).ShouldBeTrue();
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(async () => await batches.MoveNextAsync());
        }

        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        exclusive.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task ReadAsync_what_a_contract_throws_while_others_decode_ends_the_reading()
    {
        using var folder = new TempFolder();
        var line = """{"At":"2024-03-01T00:00:00Z","User":"a"}""";
        var path = folder.Write("a.ndjson", [.. Enumerable.Repeat(line, 50_000), line.Replace("\"a\"", "\"late\"", StringComparison.Ordinal), .. Enumerable.Repeat(line, 50_000)]);
        var json = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), Converters = { new ImpatientConverter() } };
        var reads = Detection.Define("reads", (Events<Login> events) => events
            .GroupBy(login => login.User)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(g => new { g.Key, Count = g.Count() })
            .Select(g => new Attempts(g.Key, g.Count))).ReadsOf<Login>();
        var events = 0;
        var failure = await Should.ThrowAsync<TimeoutException>(async () =>
        {
            var batches = EventFiles.ReadAsync([path], (JsonTypeInfo<Login>)json.GetTypeInfo(typeof(Login)), new() { MaxDegreeOfParallelism = 3 }, reads: reads, cancellationToken: Cancellation);
            await foreach (var batch in batches) events += batch.Count;
        });
        failure.Message.ShouldBe("Late.");
        failure.StackTrace.ShouldNotBeNull().ShouldContain(nameof(BlockDecoder<>));
        events.ShouldBeInRange(1, 50_000);
        using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        exclusive.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task ReadAsync_does_not_decode_on_a_thread_that_others_wait_for()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ndjson", Enumerable.Range(0, 20_000).Select(i => Complete.Replace("\"i\"", $"\"i{i}\"", StringComparison.Ordinal)));
        var condition = new ContextProbe();
        var reads = ReadsOf(condition);
        await Task.Run(
            async () =>
            {
                await foreach (var _ in EventFiles.ReadAsync(path, new() { BatchSize = 100, MaxDegreeOfParallelism = 2 }, reads: reads, cancellationToken: Cancellation).ConfigureAwait(false))
                {
                    SynchronizationContext.SetSynchronizationContext(new());
                }
            },
            Cancellation);
        condition.Contexts.Count.ShouldBeGreaterThanOrEqualTo(20_000);
        condition.Contexts.ShouldAllBe(context => context == null);
    }

    [Fact]
    public void ReadAsync_any_mix_of_records_gives_what_Read_gives()
    {
        // Times from seconds to years apart, so that clocks move and far futures are met.
        var line = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.OneOf(0L, 1, 1_000, 60_000, 100_000_000, 90_000_000_000)).Select((kind, n, after) => kind switch
        {
            0 => Connection("A", (ulong)n, time: Start + after),
            1 => Process("A", (ulong)n, image: $"{n}.exe", time: Start + after),
            2 => User("A", "S-1", $"u{n}", Start + after),
            3 => Agent("A", $"H{n}"),
            4 => "{" + n,
            5 => new string('x', 600 * n),
            6 => """{"event_simpleName":"DnsRequest"}""",
            _ => Enriched($""" "timestamp":{Start + after},"RemotePort":{n},"RemoteAddressIP4":"9.9.9.{n}","ComputerName":"H{n}","UserName":"\u0061{n}","ImageFileName":"{(n == 2 ? "b.exe" : "I")}","CommandLine":"c{after}","ContextProcessId":"{(n == 0 ? "none" : "7")}" """),
        });
        Gen.Select(line.Array[0, 40].Array[1, 3], Gen.Int[0, 2], Gen.Int[1, 2_000], Gen.Bool, Gen.Bool, Gen.Bool).Sample(
            (files, disorder, buffer, isPacked, foldCase, filters) =>
            {
                using var folder = new TempFolder();
                var paths = files.Select((lines, i) =>
                {
                    var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
                    return folder.WriteBytes($"{i}.log", isPacked ? TempFolder.Gzip(bytes) : bytes);
                }).ToArray();
                var options = new SourceOptions
                {
                    Format = "falcon",
                    Disorder = disorder == 0 ? Disorder.Any : disorder == 1 ? Disorder.None : Disorder.Within(TimeSpan.FromMinutes(1)),
                    BufferBytes = buffer,
                    BatchSize = 5,
                    FoldCase = foldCase,
                    MaxDegreeOfParallelism = 1 + (buffer % 4),
                    Limits = new() { MaxRecordBytes = 1_024 },
                };
                var reads = filters ? FilteredReads.Of : null;
                Func<NetworkConnection, string>? shown = filters ? FilteredReads.Shown : null;
                return ReadOutcome.Of(report => EventFiles.ReadAsync(paths, options, report, reads: reads).ToBlockingEnumerable(), shown, named: true) == ReadOutcome.Of(report => EventFiles.Read(paths, options, report, reads: reads), shown, named: true);
            },
            iter: 2_000);
    }

    [Fact]
    public void ReadAsync_any_json_of_ones_own_gives_what_Read_gives()
    {
        var line = Gen.OneOf("""{"At":"2024-03-01T00:00:00Z","User":"a"}""", """{"At":"2024-03-01T00:00:01Z","User":"\u0061"}""", """{"At":"2024-03-01","User":null}""", """{"User":"b"}""", """{"At":7}""", """{"At":"2024-03-01T00:00:00Z","User":"c","x":{"User":1}}""");
        Gen.Select(line.Array[0, 40], Gen.Int[1, 2_000], Gen.Int[1, 9]).Sample(
            (lines, buffer, batch) =>
            {
                using var folder = new TempFolder();
                var path = folder.Write("a.log", lines);
                var options = new SourceOptions { BufferBytes = buffer, BatchSize = batch, MaxDegreeOfParallelism = batch };
                var reads = Detection.Define("reads", (Events<Login> events) => events
                    .Where(login => login.User != "c")
                    .GroupBy(login => login.User)
                    .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
                    .Aggregate(g => new { g.Key, Count = g.Count() })
                    .Select(g => new Attempts(g.Key, g.Count))).ReadsOf<Login>();
                return ReadOutcome.Of(report => EventFiles.ReadAsync([path], LoginContext.Default.Login, options, report, reads: reads).ToBlockingEnumerable())
                    == ReadOutcome.Of(report => EventFiles.Read([path], LoginContext.Default.Login, options, report, reads: reads));
            },
            iter: 500);
    }

    [Fact]
    public void ReadAsync_more_distinct_values_than_are_kept_gives_what_Read_gives()
    {
        // 400 KB each, of which some forty are kept: others take their place twice, while threads are ahead.
        using var folder = new TempFolder();
        var large = new string('x', 400_000);
        var path = folder.Write("a.log", Enumerable.Range(0, 360).Select(i => Enriched(
            $""" "timestamp":{Start + i},"RemotePort":{i},"RemoteAddressIP4":"9.9.9.{i % 100}","ComputerName":"H{i % 9}","UserName":"u{i % 7}","ImageFileName":"{i % 11}.exe","CommandLine":"{i % 5} {(i % 4 == 0 ? $"{i}{large}" : "")}" """)));
        var options = new SourceOptions { Format = "falcon", BatchSize = 5, BufferBytes = 1 << 16, MaxDegreeOfParallelism = 3 };
        static string Shown(NetworkConnection c) => $"{c.Time:O} {c.Host} {c.User} {c.Image} {c.CommandLine![..Math.Min(9, c.CommandLine!.Length)]} {c.CommandLine!.Length} {c.RemoteAddress} {c.RemotePort}";
        ReadOutcome.Of(report => EventFiles.ReadAsync([path], options, report, reads: EventReads<NetworkConnection>.All).ToBlockingEnumerable(), Shown)
            .ShouldBe(ReadOutcome.Of(report => EventFiles.Read([path], options, report, reads: EventReads<NetworkConnection>.All), Shown));
    }

    [Fact]
    public async Task ReadAsync_what_a_handler_of_the_report_throws_ends_the_reading()
    {
        using var folder = new TempFolder();
        var report = new SourceReport();
        report.RecordMalformed += _ => throw new InvalidOperationException("Enough.");
        var path = folder.Write("a.log", Connection("A", 1), "{");
        (await Should.ThrowAsync<InvalidOperationException>(async () => await EventFiles.ReadAsync<NetworkConnection>(path, report: report, cancellationToken: Cancellation).CountAsync(Cancellation))).Message.ShouldBe("Enough.");
    }

    [Fact]
    public async Task ReadAsync_a_file_that_is_gone_says_so()
    {
        using var folder = new TempFolder();
        var gone = folder.Write("b.log", Connection("A", 2));
        await using var batches = EventFiles.ReadAsync<NetworkConnection>([folder.Write("a.log", Enumerable.Repeat(Complete, 100_000)), gone], new() { BufferBytes = 10, MaxDegreeOfParallelism = 2 }, cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);
        (await batches.MoveNextAsync()).ShouldBeTrue();
        File.Delete(gone);
        var failure = await Should.ThrowAsync<SourceException>(async () =>
        {
            while (await batches.MoveNextAsync())
            {
            }
        });
        failure.Input.ShouldBe(gone);
    }

    private static EventReads<NetworkConnection> ReadsOf(ContextProbe condition) => Detection.Define("reads", (Events<NetworkConnection> events) => events
        .Where(c => condition.Holds(c.Image))
        .GroupBy(c => c.User)
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Count = g.Count() })
        .Select(g => new Attempts(g.Key, g.Count))).ReadsOf<NetworkConnection>();

    private sealed class ImpatientConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.ValueTextEquals("late") ? throw new TimeoutException("Late.") : reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class ContextProbe
    {
        public ConcurrentQueue<SynchronizationContext?> Contexts { get; } = [];

        public bool Holds(string? image)
        {
            Contexts.Enqueue(SynchronizationContext.Current);
            return true;
        }
    }

    private sealed record Attempts(string? User, long Count);
}
