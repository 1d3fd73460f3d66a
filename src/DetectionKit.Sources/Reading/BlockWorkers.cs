using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Reading;

/// <summary>
/// Threads that read inputs, one after another, in blocks: they take turns to read, and each scans and decodes the block that it has read while another reads the next. Where reading takes as long as
/// decoding, as it does with compressed inputs, a block may also be left to another thread, so that the next one is read at once. The blocks are handed out in the order in which they were read. Whoever
/// takes them is one of the threads: while the next block is in the making, it makes one that comes later. What an event depends on others for is left to be decoded where the blocks are handed out.
/// </summary>
internal sealed class BlockWorkers<T> : IDisposable
{
    // One in the making, and others that are ready, for the time in which those who take them are not at hand: a window that closes takes as long as some blocks.
    private const int BlocksAThread = 8;

    // With fewer, the one who reads has to decode now and then, for no better reason than that the others are late; then no one reads.
    private const int BlocksLeftAThread = 6;

    // Of which something is left to be decoded in order: they keep their memory, and wait for the one thread that does so, however many there are.
    private const int BlocksKeptAThread = 4;

    // The thread that decodes is faster than the one that inflates, and would fall asleep after each block: to wake it each time takes a fiftieth of the time of the one that inflates.
    private const int BlocksWorthWaking = 4;

    private readonly SourcePlan _plan;
    private readonly IEventColumns<T>? _columns;
    private readonly IReadOnlyList<InputCursor<T>> _inputs;
    private readonly object _gate = new();
    private readonly Queue<Piece> _ordered = [];
    private readonly Queue<Piece> _undecoded = [];
    private readonly Stack<ScannedBlock> _used = [];
    private readonly Stack<BlockMemory> _memory = [];
    private readonly Worker _own = new();
    private readonly Task[] _others;
    private int _input;
    private int _free;
    private int _kept; // blocks that are done, with their memory
    private bool _isReading; // one of the threads
    private bool _isAwaited; // a block, by the one who takes them
    private bool _stopped;

    /// <param name="plan">How to read.</param>
    /// <param name="columns">What gathers the events that are handed out.</param>
    /// <param name="inputs">The inputs.</param>
    public BlockWorkers(SourcePlan plan, IEventColumns<T>? columns, IReadOnlyList<InputCursor<T>> inputs)
    {
        (_plan, _columns, _inputs) = (plan, columns, inputs);
        var threads = plan.Context.Options.MaxDegreeOfParallelism;
        _free = threads * BlocksAThread;
        _others = [.. Enumerable.Repeat(Task.CompletedTask, threads - 1)];
    }

    // To be asked under the gate, as those that follow. What nobody decodes need not be added to.
    private bool CanRead => !_isReading && _free > 0 && _input < _inputs.Count && !_stopped && _undecoded.Count < BlocksLeftAThread * (_others.Length + 1) && _kept < BlocksKeptAThread * (_others.Length + 1);

    private bool CanWork => CanRead || _undecoded.Count > 0;

    private bool HasNext => _ordered.TryPeek(out var first) && first.IsDone;

    /// <summary>Begins to read.</summary>
    public void Start()
    {
        for (var i = 0; i < _others.Length; i++) _others[i] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
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

    /// <summary>Has the other threads end once they are done with their blocks.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }

        return Task.WhenAll(_others);
    }

    public void Dispose()
    {
        StopAsync().Wait();
        _own.Dispose();
    }

    private void Work()
    {
        using var worker = new Worker();
        while (TryBegin(worker, out var piece, out var used)) Make(piece, used, worker);
    }

    private Piece Head()
    {
        while (true)
        {
            Piece next;
            ScannedBlock? used;
            lock (_gate)
            {
                _isAwaited = true;
                while (!HasNext && !CanWork) Monitor.Wait(_gate);
                _isAwaited = false;
                if (HasNext) return _ordered.Peek();
                next = Begin(_own, out used);
            }

            Make(next, used, _own);
        }
    }

    private void Take(ScannedBlock? done = null)
    {
        lock (_gate)
        {
            _ordered.Dequeue();
            _free++;
            if (done is not null)
            {
                if (done.HasMemory)
                {
                    _kept--;
                    _memory.Push(done.Release());
                }

                _used.Push(done);
            }

            Signal();
        }
    }

    /// <summary>Takes the turn to read, when it is free, or a block that was left; false when there is nothing left to do.</summary>
    private bool TryBegin(Worker worker, [NotNullWhen(true)] out Piece? piece, out ScannedBlock? used)
    {
        lock (_gate)
        {
            while (!CanWork)
            {
                (piece, used) = (null, null);
                if (_stopped || _input == _inputs.Count) return false;
                Monitor.Wait(_gate);
            }

            piece = Begin(worker, out used);
            return true;
        }
    }

    // To read comes first: there is one turn, and many may decode.
    private Piece Begin(Worker worker, out ScannedBlock? used)
    {
        used = null;
        if (!CanRead) return _undecoded.Dequeue();
        _isReading = true;
        _free--;
        _used.TryPop(out used);
        if (worker.Memory is null && _memory.TryPop(out var memory)) worker.Memory = memory;
        var piece = new Piece(_inputs[_input]);
        _ordered.Enqueue(piece);
        return piece;
    }

    /// <summary>Reads a block, unless it has been read, and decodes it, unless it is left to whoever is free.</summary>
    private void Make(Piece piece, ScannedBlock? used, Worker worker)
    {
        if (piece.Block is null && !TryRead(piece, used, worker)) return;
        BlockMemory? memory = null;
        try
        {
            if (piece.Block is { } block)
            {
                DecoderOf(piece.Input, worker).Decode(block, piece.Input.Name);
                if (block.IsDecodedWhole) memory = block.Release();
            }
        }
        catch (Exception e)
        {
            // Whoever takes the block meets it.
            piece.Failure = ExceptionDispatchInfo.Capture(e);
        }

        // What others have read goes back to whoever reads next.
        var isOwn = !piece.Input.IsCompressed;
        if (isOwn) worker.Memory ??= memory;
        lock (_gate)
        {
            if (memory is not null && !isOwn) _memory.Push(memory);
            if (piece.Block is { HasMemory: true }) _kept++;
            piece.IsDone = true;
            Signal();
        }
    }

    /// <summary>Reads a block, and gives the turn to read away; false when the block is left.</summary>
    private bool TryRead(Piece piece, ScannedBlock? used, Worker worker)
    {
        var memory = worker.Memory;
        worker.Memory = null;
        try
        {
            piece.Block = piece.Input.TryRead(used, memory);
        }
        catch (Exception e)
        {
            piece.Failure = ExceptionDispatchInfo.Capture(e);
        }

        var isLeft = piece.Block is not null && piece.Input.IsCompressed;
        lock (_gate)
        {
            _isReading = false;
            if (piece.Failure is not null) _input = _inputs.Count;
            else if (piece.Block is null or { IsLast: true }) _input++;
            if (isLeft) _undecoded.Enqueue(piece);
            Signal(readsOn: isLeft);
        }

        return !isLeft;
    }

    /// <summary>Wakes who can go on, and no one else: a thread that is woken for nothing costs as much as some dozen events.</summary>
    /// <param name="readsOn">Whether the turn to read is free for no longer than it takes to begin the next block.</param>
    private void Signal(bool readsOn = false)
    {
        var isWorthIt = (CanRead && !readsOn) || _undecoded.Count >= BlocksWorthWaking;
        if (_input == _inputs.Count || (_isAwaited && (HasNext || isWorthIt))) Monitor.PulseAll(_gate);
        else if (isWorthIt) Monitor.Pulse(_gate);
    }

    private BlockDecoder<T> DecoderOf(InputCursor<T> input, Worker worker)
    {
        if (!worker.Decoders.TryGetValue(input.Format, out var decoder)) worker.Decoders.Add(input.Format, decoder = new(_plan, input.Format, input.Scope, _columns));
        return decoder;
    }

    /// <summary>What a thread has to itself.</summary>
    private sealed class Worker : IDisposable
    {
        public Dictionary<IEventFormat, BlockDecoder<T>> Decoders { get; } = [];

        /// <summary>The memory of the block that it has made last, for the next one that it reads.</summary>
        public BlockMemory? Memory { get; set; }

        public void Dispose()
        {
            foreach (var decoder in Decoders.Values) decoder.Dispose();
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
