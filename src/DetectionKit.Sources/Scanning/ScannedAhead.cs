using System.Collections.Concurrent;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>Blocks that another thread scans, a block or two ahead of those that are decoded.</summary>
internal sealed class ScannedAhead : IBlockSource
{
    private const int BlocksAhead = 2;

    private readonly IBlockSource _inner;
    private readonly BlockingCollection<ScannedBlock> _free = [];
    private readonly BlockingCollection<ScannedBlock> _ready = [];
    private Task? _scanning;

    /// <param name="reader">Where the records come from.</param>
    /// <param name="scope">What is looked for in them.</param>
    public ScannedAhead(RecordReader reader, FieldScope scope)
    {
        _inner = new ScannedHere(reader, scope);
        for (var i = 0; i <= BlocksAhead; i++) _free.Add(new(scope.Count));
    }

    /// <inheritdoc/>
    public ScannedBlock Next(ScannedBlock? done)
    {
        if (done is not null) _free.Add(done);

        // A thread of its own: it is seldom idle, and the pool's look for work while they wait.
        _scanning ??= Task.Factory.StartNew(ScanAll, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        if (_ready.TryTake(out var block, Timeout.Infinite)) return block;
        _scanning.GetAwaiter().GetResult();
        throw new InvalidOperationException("Nothing follows the last block.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The reader can't be closed under a read; what went wrong there is no one's business any more.
        _free.CompleteAdding();
        if (_scanning is { } scanning) Task.WaitAny(scanning);
        _inner.Dispose();
        _free.Dispose();
        _ready.Dispose();
    }

    private void ScanAll()
    {
        try
        {
            foreach (var free in _free.GetConsumingEnumerable())
            {
                var block = _inner.Next(free);
                _ready.Add(block);
                if (block.IsLast) break;
            }
        }
        finally
        {
            _ready.CompleteAdding();
        }
    }
}
