using System.Runtime.ExceptionServices;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Reading;

/// <summary>
/// Threads that read inputs, one after another, in blocks: they take turns to read, and each scans and decodes the block that it has read while another reads the next. The blocks are handed out in the
/// order in which they were read. What an event depends on others for is left to be decoded where they are handed out.
/// </summary>
internal sealed class BlockWorkers<T> : IDisposable
{
    // One in the making, and others that are ready, for the time in which those who take them are not at hand.
    private const int BlocksAThread = 4;

    private readonly SourcePlan _plan;
    private readonly EventReads<T> _reads;
    private readonly IReadOnlyList<InputCursor<T>> _inputs;
    private readonly Lock _turn = new();
    private readonly object _gate = new();
    private readonly Queue<Piece> _ordered = [];
    private readonly Stack<ScannedBlock> _used = [];
    private readonly Task[] _threads;
    private int _input;
    private int _free;
    private bool _stopped;

    /// <param name="plan">How to read.</param>
    /// <param name="reads">What is read of the events.</param>
    /// <param name="inputs">The inputs.</param>
    public BlockWorkers(SourcePlan plan, EventReads<T> reads, IReadOnlyList<InputCursor<T>> inputs)
    {
        (_plan, _reads, _inputs) = (plan, reads, inputs);
        var threads = plan.Context.Options.MaxDegreeOfParallelism;
        _free = threads * BlocksAThread;
        _threads = [.. Enumerable.Repeat(Task.CompletedTask, threads)];
    }

    /// <summary>Begins to read.</summary>
    public void Start()
    {
        for (var i = 0; i < _threads.Length; i++) _threads[i] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    /// <summary>Whether an input, which is the next, is read in blocks; if not, it is left to the caller.</summary>
    public bool ReadsInBlocks(InputCursor<T> input)
    {
        var piece = Head();
        if (piece.Input != input) throw new InvalidOperationException($"{input.Name} is not the next input.");
        if (piece.Block is not null || piece.Failure is not null) return true;
        Take();
        return false;
    }

    /// <summary>The next block of an input.</summary>
    /// <param name="done">The block before it, which is used again; null for none.</param>
    public ScannedBlock Next(ScannedBlock? done)
    {
        var piece = Head();
        piece.Failure?.Throw();
        Take(done);
        return piece.Block!;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }

        Task.WaitAll(_threads);
    }

    private void Work()
    {
        Dictionary<IEventFormat, BlockDecoder<T>> decoders = [];
        while (TryRead() is { } piece)
        {
            try
            {
                if (piece.Block is { } block) DecoderOf(piece.Input, decoders).Decode(block, piece.Input.Name);
            }
            catch (Exception e)
            {
                // Whoever takes the block meets it.
                piece.Failure = ExceptionDispatchInfo.Capture(e);
            }

            lock (_gate)
            {
                piece.IsDone = true;
                Monitor.PulseAll(_gate);
            }
        }

        foreach (var decoder in decoders.Values) decoder.Dispose();
    }

    /// <summary>Reads the next block, when it is this thread's turn; null when there is none left.</summary>
    private Piece? TryRead()
    {
        ScannedBlock? used;
        lock (_gate)
        {
            while (_free == 0 && !_stopped) Monitor.Wait(_gate);
            if (_stopped) return null;
            _free--;
            _used.TryPop(out used);
        }

        lock (_turn)
        {
            if (_input == _inputs.Count) return null;
            var piece = new Piece(_inputs[_input]);
            lock (_gate) _ordered.Enqueue(piece);
            try
            {
                piece.Block = piece.Input.TryRead(used);
                if (piece.Block is null or { IsLast: true }) _input++;
            }
            catch (Exception e)
            {
                (piece.Failure, _input) = (ExceptionDispatchInfo.Capture(e), _inputs.Count);
            }

            return piece;
        }
    }

    private BlockDecoder<T> DecoderOf(InputCursor<T> input, Dictionary<IEventFormat, BlockDecoder<T>> decoders)
    {
        if (!decoders.TryGetValue(input.Format, out var decoder)) decoders.Add(input.Format, decoder = new(_plan, input.Format, input.Scope, _reads, _threads.Length));
        return decoder;
    }

    private Piece Head()
    {
        lock (_gate)
        {
            while (!_ordered.TryPeek(out var first) || !first.IsDone) Monitor.Wait(_gate);
            return _ordered.Peek();
        }
    }

    private void Take(ScannedBlock? done = null)
    {
        lock (_gate)
        {
            _ordered.Dequeue();
            _free++;
            if (done is not null) _used.Push(done);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A block of an input; none where the input is left to whoever takes it.</summary>
    private sealed class Piece(InputCursor<T> input)
    {
        public InputCursor<T> Input => input;

        public ScannedBlock? Block { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }

        public bool IsDone { get; set; }
    }
}
