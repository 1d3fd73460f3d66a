using DetectionKit.Sources.Reading;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Reading;

/// <summary>Who makes the batches, where several threads read.</summary>
public sealed class BatchProducerTests
{
    private static readonly string s_complete = Enriched(""" "timestamp":1,"RemotePort":1,"RemoteAddressIP4":"9.9.9.9","ComputerName":"h","UserName":"u","ImageFileName":"i","CommandLine":"c" """);

    [Fact]
    public void TryNext_without_any_other_thread_makes_all_itself()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ndjson", Enumerable.Repeat(s_complete, 5_000).Append(Process("A", 1)).Append(Connection("A", 1)));
        using var producer = Producer(path, threads: 1);
        var batches = new List<EventBatch<NetworkConnection>>();
        while (producer.TryNext(out var batch)) batches.Add(batch);
        Input.Events(batches).ShouldBe(Input.Events(EventFiles.Read<NetworkConnection>(path)));
    }

    [Fact]
    public void IsShared_where_records_say_all_stays()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ndjson", Enumerable.Repeat(Process("A", 1), 100).Concat(Enumerable.Repeat(s_complete, 10_000)));
        using var producer = Producer(path, threads: 2);
        do producer.IsShared.ShouldBeTrue();
        while (producer.TryNext(out _));
    }

    [Fact]
    public void IsShared_where_records_depend_on_others_ends()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ndjson", Enumerable.Range(0, 10_000).Select(i => Connection("A", 1, time: Start + i)).Prepend(Process("A", 1)));
        using var producer = Producer(path, threads: 2);
        producer.IsShared.ShouldBeTrue();
        while (producer.TryNext(out _))
        {
        }

        producer.IsShared.ShouldBeFalse();
    }

    [Fact]
    public void IsShared_where_inputs_are_merged_is_not()
    {
        using var folder = new TempFolder();
        var options = new SourceOptions { MaxDegreeOfParallelism = 2, Disorder = Disorder.Within(TimeSpan.FromMinutes(1)) };
        using var producer = new BatchProducer<NetworkConnection>(SourcePlan.Of([folder.Write("a.ndjson", s_complete), folder.Write("b.ndjson", s_complete)], options, null), onThreads: true);
        producer.IsShared.ShouldBeFalse();
    }

    private static BatchProducer<NetworkConnection> Producer(string path, int threads) =>
        new(SourcePlan.Of([path], new SourceOptions { MaxDegreeOfParallelism = threads }, null), onThreads: true);
}
