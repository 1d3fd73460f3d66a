using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Inputs;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Reading;

/// <summary>An input being read: its records, the decoder that they go to, and what of them has been counted.</summary>
internal sealed class InputCursor<T>(InputFile file, DecoderContext context) : IDisposable
{
    private RecordReader? _reader;
    private long _countedBytes;
    private long _countedLines;

    public string Name => file.Name;

    /// <summary>Whether it was found in a folder or by a glob.</summary>
    public bool IsFound => file.IsFound;

    /// <summary>The decoder of its format.</summary>
    public IEventDecoder<T> Decoder { get => field ?? throw new InvalidOperationException($"{Name} has no decoder yet."); set; }

    /// <summary>Whether a record was read that has not had its turn.</summary>
    public bool HasRecord { get; private set; }

    /// <summary>Whether a read may have to wait for more to be written.</summary>
    public bool IsLive { get; private set; }

    /// <summary>The time by which it takes its turn among others: of its record at hand, or of its first before it is opened.</summary>
    public DateTimeOffset? Time { get; set; }

    public ReadOnlySpan<byte> Record => _reader!.Record;

    public EventPosition Position => new(file.Name, _reader!.Line);

    /// <summary>Opens the input, unless it is open.</summary>
    public RecordReader Open()
    {
        if (_reader is not null) return _reader;
        var stream = file.Open(out var isLive);
        IsLive = isLive;
        return _reader = new RecordReader(stream, context.Options.BufferBytes, context.Options.Limits.MaxRecordBytes);
    }

    /// <summary>Ends the time in which it could be read from the beginning: an input that can be opened again is closed, a pipe is kept.</summary>
    public void EndSampling()
    {
        if (_reader is null) return;
        if (IsLive) _reader.Rewind();
        else Close();
    }

    public RecordStatus Next()
    {
        var reader = Open();
        reader.Forget();
        var status = reader.Next();
        HasRecord = status == RecordStatus.Record;
        if (status is RecordStatus.Pending or RecordStatus.End) Count();
        if (status == RecordStatus.End && reader.Fault is { } fault)
        {
            context.Report.AddFault(new EventPosition(file.Name, reader.Lines), $"the rest could not be read: {fault}");
        }

        return status;
    }

    public void Dispose() => Close();

    private void Close()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private void Count()
    {
        context.Report.Add(SourceCounter.Bytes, _reader!.Bytes - _countedBytes);
        context.Report.Add(SourceCounter.Lines, _reader.Lines - _countedLines);
        (_countedBytes, _countedLines) = (_reader.Bytes, _reader.Lines);
    }
}
