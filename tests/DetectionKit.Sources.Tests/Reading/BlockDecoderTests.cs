using System.Text;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Falcon;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Reading;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Reading;

/// <summary>What of a block can be decoded without knowing of the blocks before it.</summary>
public sealed class BlockDecoderTests
{
    private static readonly string s_complete = Enriched(""" "timestamp":1,"RemotePort":1,"RemoteAddressIP4":"9.9.9.9","ComputerName":"h","UserName":"u","ImageFileName":"i","CommandLine":"c" """);
    private static readonly string s_other = """{"event_simpleName":"DnsRequest","timestamp":"1"}""";

    [Fact]
    public void Decode_events_that_say_all_gives_their_rows()
    {
        var decoded = Decode(s_complete, s_other, s_complete, s_complete).ShouldNotBeNull();
        decoded.Rows.EventTimes.ToArray().ShouldBe(Enumerable.Repeat(DateTimeOffset.UnixEpoch.AddMilliseconds(1), 3));
        decoded.InOrder.ShouldBeEmpty();
        decoded.Records.ShouldBe(4);
        decoded.Counts.ShouldBe([(SourceCounter.Skipped, 1)]);
    }

    [Fact]
    public void Decode_records_that_others_depend_on_or_that_depend_on_others_are_left_with_the_events_before_them()
    {
        var decoded = Decode(Process("A", 1), s_complete, s_complete, Connection("A", 1), "{", User("A", "S-1", "u"), s_complete, Agent("A", "H")).ShouldNotBeNull();
        decoded.Rows.Count.ShouldBe(3);
        decoded.InOrder.ShouldBe([(0, 0), (3, 2), (4, 2), (5, 2), (7, 3)]);
        decoded.Records.ShouldBe(8);
        decoded.Counts.ShouldBeEmpty();
    }

    [Fact]
    public void Decode_where_all_records_depend_on_others_leaves_those_that_follow()
    {
        using var decoder = Decoder();
        var decoded = Decode(decoder, [.. Enumerable.Repeat(Connection("A", 1), ExpectedRecords.Most), .. Enumerable.Repeat(s_complete, 100)]).ShouldNotBeNull();
        decoded.Records.ShouldBe(ExpectedRecords.Most);
        decoded.InOrder.Count.ShouldBe(ExpectedRecords.Most);
        decoded.Rows.Count.ShouldBe(0);

        // The next block begins anew.
        Decode(decoder, s_complete).ShouldNotBeNull().Rows.Count.ShouldBe(1);
    }

    private static DecodedBlock? Decode(params string[] lines)
    {
        using var decoder = Decoder();
        return Decode(decoder, lines);
    }

    private static BlockDecoder<NetworkConnection> Decoder()
    {
        var options = new SourceOptions();
        var plan = new SourcePlan(new(options, new()), new FormatCatalog(options), [], null);
        return new(plan, new FalconFormat(), FalconField.Scope, new ConnectionColumns(options, EventReads<NetworkConnection>.All));
    }

    private static DecodedBlock? Decode(BlockDecoder<NetworkConnection> decoder, params string[] lines)
    {
        using var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")), 1 << 16, 1 << 16);
        reader.Forget();
        var block = new ScannedBlock(FalconField.Scope.Count);
        block.Find(reader);
        decoder.Decode(block, "x");
        block.Count.ShouldBe(lines.Length);
        return block.Decoded;
    }
}
