using System.IO.Pipelines;
using System.Text;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Reading;

public sealed class ReadAsyncTests
{
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
}
