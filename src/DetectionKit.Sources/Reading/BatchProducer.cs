using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Reading;

/// <summary>Reads inputs and makes batches of events: the one loop behind every way of reading.</summary>
internal sealed class BatchProducer<T> : IDisposable, IAsyncDisposable
{
    // Inputs that are merged may be open at one time, each with a thread: of more than so many none gains.
    private const int MostThreads = 16;

    // A file may begin with what others depend on.
    private const int EnoughToTell = 4096;

    private readonly DecoderSet<T> _decoders;
    private readonly IEventDecoder<T>[] _inUse;
    private readonly EventOutput<T> _output;
    private readonly List<InputCursor<T>> _cursors;
    private readonly IRecordSequence<T> _records;
    private InputCursor<T>? _decoded;
    private readonly BlockWorkers<T>? _workers;
    private readonly bool _inBlocks; // made by workers
    private readonly CancellationToken _cancellation;
    private long _alone;    // records that others have decoded
    private long _inOrder;  // records that were left
    private bool _ended;

    /// <param name="plan">What to read, and how.</param>
    /// <param name="reads">What is read of the events; null for everything.</param>
    /// <param name="onThreads">Whether other threads may read and decode what is handed out on this one.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public BatchProducer(SourcePlan plan, EventReads<T>? reads = null, bool onThreads = false, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        _decoders = new DecoderSet<T>(plan.Context, plan.Catalog);
        try
        {
            _cursors = new InputSampling<T>(plan.Context, plan.Catalog, plan.Format, _decoders).Sample(plan.Files);
            _output = new EventOutput<T>(plan.Context, EventColumns.Of([.. _cursors.Select(cursor => cursor.Format).Distinct()], plan.Context.Options, reads ?? EventReads<T>.All));
        }
        catch
        {
            _decoders.Dispose();
            throw;
        }

        _inUse = [.. _decoders.All];
        var isMerged = _cursors.Count > 1 && plan.Context.Options.Disorder.HasTolerance;
        _cursors.ForEach(cursor => cursor.Scan(_output, isMerged, isAhead: onThreads && isMerged && _cursors.Count <= MostThreads));
        if (onThreads && !isMerged)
        {
            _workers = new BlockWorkers<T>(plan, _output.Gatherer, _cursors);
            _cursors.ForEach(cursor => cursor.LeaveTo(_workers));
            _workers.Start();
            _inBlocks = _cursors.TrueForAll(cursor => cursor.IsInBlocks);
        }

        _records = isMerged ? new MergedInputs<T>(_cursors) : new SequentialInputs<T>(_cursors);
    }

    /// <summary>Whether other threads make most of what is handed out, and whoever asks for it takes part in that: then nothing is gained by a further thread that asks.</summary>
    public bool IsShared => _inBlocks && (_inOrder <= _alone || _inOrder < EnoughToTell);

    /// <summary>The next batch, with at least one event; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryNext([NotNullWhen(true)] out EventBatch<T>? batch)
    {
        while (true)
        {
            // A batch cut short by held events or by the end lets the loop run on, until there is something to hand out.
            var more = Release();
            if (_output.IsFull || (_ended && !more)) return TryTake(out batch);
            if (_ended) continue;
            if (_decoded is { } decoded)
            {
                if (decoded.HasRows && !_output.TakesRows) return TryTake(out batch);
                if (!decoded.DecodeOn(_output)) _decoded = null;
                continue;
            }

            var status = _records.Next(out var cursor);
            switch (status)
            {
                case RecordStatus.Record:
                    _inOrder++;
                    cursor!.Decode(_output);
                    break;
                case RecordStatus.TooLong:
                    _output.TooLong(cursor!.Position);
                    break;
                case RecordStatus.Decoded:
                    _cancellation.ThrowIfCancellationRequested();
                    var (records, left) = cursor!.BeginDecoded(_output);
                    (_alone, _inOrder) = (_alone + records - left, _inOrder + left);
                    _decoded = cursor;
                    break;
                case RecordStatus.Pending:
                    // What follows may be long in coming: hand out what there is, and look whether anyone still wants it.
                    _cancellation.ThrowIfCancellationRequested();
                    if (cursor!.IsLive && _output.Count > 0) return TryTake(out batch);
                    break;
                default:
                    _ended = true;
                    break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_workers is not null) await _workers.StopAsync().ConfigureAwait(false);
        Dispose();
    }

    public void Dispose()
    {
        _workers?.Dispose();
        foreach (var cursor in _cursors) cursor.Dispose();
        _decoders.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Release()
    {
        var more = false;
        foreach (var decoder in _inUse) more |= decoder.Release(_output, _ended);
        return more;
    }

    private bool TryTake([NotNullWhen(true)] out EventBatch<T>? batch)
    {
        batch = _output.Count > 0 ? _output.Take(_decoders.OldestHeld) : null;
        return batch is not null;
    }
}
