using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Reading;

/// <summary>
/// Scans the records of blocks of one format, and decodes those whose events do not depend on others. It has a decoder of its own, and columns of its own, so that it can do so on any thread.
/// </summary>
internal sealed class BlockDecoder<T> : IDisposable
{
    private readonly IEventDecoder<T> _decoder;
    private readonly IScanningDecoder<T> _scanning;
    private readonly SourceReport _report = new();
    private readonly EventOutput<T> _output;
    private readonly RecordScanner? _found;
    private readonly RecordScanner _scanner;
    private readonly FieldValues _values;

    /// <param name="plan">How to read.</param>
    /// <param name="format">The format of the records, whose decoder scans.</param>
    /// <param name="scope">What is looked for in them.</param>
    /// <param name="columns">The columns that are to take what is decoded.</param>
    public BlockDecoder(SourcePlan plan, IEventFormat format, FieldScope scope, IEventColumns<T>? columns)
    {
        var context = new DecoderContext(plan.Context.Options, _report);
        _decoder = format.CreateDecoder<T>(context)!;
        _scanning = (IScanningDecoder<T>)_decoder;
        _output = new(context, columns?.Another());
        (_found, _scanner, _values) = (_scanning.ScannerOf(_output), RecordScanner.Of(scope), new(scope.Count));
    }

    /// <summary>Scans the records of a block, and decodes those that it can: <see cref="ScannedBlock.Decoded"/> says what they give.</summary>
    /// <param name="block">The block; its records have been found.</param>
    /// <param name="name">The name of its input.</param>
    public void Decode(ScannedBlock block, string name)
    {
        var canDecode = _found is not null && _output.TakesRows;
        var (decoded, inOrder) = (0, new List<(int, int)>());
        int count;
        for (var first = 0; (count = block.ScanNext(ExpectedRecords.Most, _scanner, _values)) > 0; first += count)
        {
            if (!canDecode) continue;

            // Where all records depend on others, so do those that follow, as a rule.
            canDecode = Decode(block, first, count, name, inOrder);
            decoded = first + count;
        }

        if (decoded == 0) return;
        _found!.Expect(null, 0);
        var rows = _output.Detach(block.UsedRows);
        block.Decoded = new() { Rows = rows, InOrder = inOrder, Records = decoded, Counts = _report.TakeCounts() };
        block.UsedRows = rows;
    }

    public void Dispose() => _decoder.Dispose();

    private bool Decode(ScannedBlock block, int first, int count, string name, List<(int Record, int EventsBefore)> inOrder)
    {
        var dependent = 0;
        for (var i = first; i < first + count; i++)
        {
            i += _scanning.DecodeAlone(block, i, first + count - i, name, _output);
            if (i == first + count) break;
            inOrder.Add((i, _output.Count));
            dependent++;
        }

        return dependent < count;
    }
}
