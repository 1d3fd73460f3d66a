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
        var decoded = Decode(new SourceOptions { BatchSize = 2 }, s_complete, s_other, s_complete, s_complete).ShouldNotBeNull();
        decoded.Rows.Select(rows => rows.Count).ShouldBe([2, 1]);
        decoded.Rows.SelectMany(rows => rows.EventTimes.ToArray()).ShouldAllBe(time => time == DateTimeOffset.UnixEpoch.AddMilliseconds(1));
        decoded.InOrder.ShouldBeEmpty();
        decoded.Counts.ShouldBe([(SourceCounter.Skipped, 1)]);
    }

    [Fact]
    public void Decode_records_that_give_no_event_but_must_be_read_in_order_says_where_they_stand()
    {
        var decoded = Decode(new SourceOptions { BatchSize = 2 }, Process("A", 1), s_complete, s_complete, s_complete, "{", User("A", "S-1", "u"), s_complete, Agent("A", "H")).ShouldNotBeNull();
        decoded.Rows.Select(rows => rows.Count).ShouldBe([2, 2]);
        decoded.InOrder.ShouldBe([(0, 0), (4, 3), (5, 3), (7, 4)]);
        decoded.Counts.ShouldBeEmpty();
    }

    [Fact]
    public void Decode_an_event_that_joins_others_leaves_the_block_to_be_decoded_in_order()
    {
        var options = new SourceOptions();
        using var decoder = Decoder(options);
        Decode(decoder, s_complete, Connection("A", 1), s_complete).ShouldBeNull();

        // And nothing of it is left for the next.
        Decode(decoder, s_complete).ShouldNotBeNull().Rows.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    private static DecodedBlock? Decode(SourceOptions options, params string[] lines)
    {
        using var decoder = Decoder(options);
        return Decode(decoder, lines);
    }

    private static BlockDecoder<NetworkConnection> Decoder(SourceOptions options)
    {
        var plan = new SourcePlan(new(options, new()), new FormatCatalog(options), [], null);
        return new(plan, new FalconFormat(), FalconField.Scope, EventReads<NetworkConnection>.All, sharers: 1);
    }

    private static DecodedBlock? Decode(BlockDecoder<NetworkConnection> decoder, params string[] lines)
    {
        using var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")), 1 << 16, 1 << 16);
        reader.Forget();
        var block = new ScannedBlock(FalconField.Scope.Count);
        block.Find(reader);
        block.Count.ShouldBe(lines.Length);
        decoder.Decode(block, "x");
        return block.Decoded;
    }
}
