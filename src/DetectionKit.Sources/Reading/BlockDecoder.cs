using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Reading;

/// <summary>
/// Scans the records of blocks of one format, and decodes those of a block in which no event depends on others. It has a decoder of its own, and columns of its own, so that it can do so on any thread.
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
    /// <param name="reads">What is read of the events.</param>
    /// <param name="sharers">How many such decoders there are.</param>
    public BlockDecoder(SourcePlan plan, IEventFormat format, FieldScope scope, EventReads<T> reads, int sharers)
    {
        var context = new DecoderContext(plan.Context.Options, _report);
        _decoder = format.CreateDecoder<T>(context)!;
        _scanning = (IScanningDecoder<T>)_decoder;
        _output = new(context, EventColumns.Of(plan.Format, plan.Context.Options, reads, sharers));
        (_found, _scanner, _values) = (_scanning.ScannerOf(_output), RecordScanner.Of(scope), new(scope.Count));
    }

    /// <summary>Scans the records of a block, and decodes them if it can: <see cref="ScannedBlock.Decoded"/> says what they give.</summary>
    /// <param name="block">The block; its records have been found.</param>
    /// <param name="name">The name of its input.</param>
    public void Decode(ScannedBlock block, string name)
    {
        var decoded = _output.Gatherer is null || _found is null ? null : new DecodedBlock();
        for (var first = 0; first < block.Count; first += ExpectedRecords.Most)
        {
            var count = Math.Min(ExpectedRecords.Most, block.Count - first);
            for (var i = first; i < first + count; i++) block.Scan(i, _scanner, _values);
            if (decoded is null) continue;
            _scanning.Expect(block, first, count, _output);
            if (TryDecode(block, first, count, name, decoded)) continue;

            // What there is of it is of no use.
            decoded = null;
            _output.Detach();
        }

        _found?.Expect(null, 0);
        var counts = _report.TakeCounts();
        if (decoded is null) return;
        if (_output.Count > 0) decoded.Rows.Add(_output.Detach());
        decoded.Counts = counts;
        block.Decoded = decoded;
    }

    public void Dispose() => _decoder.Dispose();

    private bool TryDecode(ScannedBlock block, int first, int count, string name, DecodedBlock decoded)
    {
        for (var i = first; i < first + count; i++)
        {
            ref readonly var record = ref block[i];
            var dependence = RecordDependence.Silent;
            if (record.Status == RecordStatus.Record)
            {
                _found!.Expect(record.IsScanned ? block : null, i);
                dependence = _scanning.DecodeAlone(block.Record(i), new(name, record.Line), _output);
            }

            if (dependence == RecordDependence.Event) return false;
            if (dependence == RecordDependence.Silent) decoded.InOrder.Add((i, decoded.Rows.Sum(rows => rows.Count) + _output.Count));
            if (_output.IsFull) decoded.Rows.Add(_output.Detach());
        }

        return true;
    }
}
