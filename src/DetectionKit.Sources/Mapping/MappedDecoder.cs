using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Mapping;

/// <summary>Events of one type as events of another: what a format says of connections serves those who ask for flows.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="inner">What reads the records.</param>
/// <param name="map">Makes an event of the other type.</param>
internal sealed class MappedDecoder<TFrom, TTo>(DecoderContext context, IEventDecoder<TFrom> inner, Func<TFrom, TTo> map) : IEventDecoder<TTo>, IScanningDecoder<TTo>
{
    private readonly EventOutput<TFrom> _read = new(context);

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => inner.OldestHeld;

    /// <inheritdoc/>
    public RecordScanner? ScannerOf(EventOutput<TTo> output) => (inner as IScanningDecoder<TFrom>)?.ScannerOf(_read);

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record) => inner.TimeOf(record);

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<TTo> output)
    {
        inner.Decode(record, position, _read);
        Pass(output);
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<TTo> output, bool atEnd)
    {
        var more = inner.Release(_read, atEnd);
        Pass(output);
        return more;
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private void Pass(EventOutput<TTo> output)
    {
        if (_read.Limit is { } limit) output.Hold(limit);
        for (var i = 0; i < _read.Count; i++)
        {
            var (item, position) = _read[i];
            output.Add(map(item), position);
        }

        _read.Forget();
    }
}
