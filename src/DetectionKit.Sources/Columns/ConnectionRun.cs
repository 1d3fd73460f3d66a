using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Columns;

/// <summary>Connections of records that stand next to each other in a block, whose values are looked up together, a column at a time.</summary>
internal sealed class ConnectionRun
{
    /// <summary>The most connections of a run.</summary>
    public const int Most = ExpectedRecords.Most;

    private readonly WrittenText[] _texts = new WrittenText[Most * ConnectionCodes.Columns];
    private readonly DateTimeOffset[] _times = new DateTimeOffset[Most];
    private readonly EventPosition[] _positions = new EventPosition[Most];
    private readonly int[] _ports = new int[Most];
    private readonly int[] _addresses = new int[Most];
    private readonly int[] _records = new int[Most];
    private readonly ulong?[] _processes = new ulong?[Most];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers of all.</summary>
    public ReadOnlySpan<int> Numbers => ExpectedRecords.Numbers(Count);

    public ReadOnlySpan<DateTimeOffset> Times => _times.AsSpan(0, Count);

    public ReadOnlySpan<EventPosition> Positions => _positions.AsSpan(0, Count);

    public ReadOnlySpan<int> Ports => _ports.AsSpan(0, Count);

    /// <summary>The indices of the remote addresses, once they are looked up.</summary>
    public ReadOnlySpan<int> Addresses => _addresses.AsSpan(0, Count);

    public ReadOnlySpan<ulong?> Processes => _processes.AsSpan(0, Count);

    /// <summary>Where the values of a column stand.</summary>
    public ReadOnlySpan<WrittenText> Texts(ConnectionColumn column) => _texts.AsSpan((int)column * Most, Count);

    public void Clear() => Count = 0;

    /// <summary>Where a value of the next connection is said to stand.</summary>
    public ref WrittenText Next(ConnectionColumn column) => ref _texts[((int)column * Most) + Count];

    /// <summary>Adds the next connection, whose texts have been set.</summary>
    /// <param name="record">The number of its record in the block.</param>
    /// <param name="ticks">Its time.</param>
    /// <param name="port">Its remote port.</param>
    /// <param name="process">Its process.</param>
    /// <param name="position">Where its record stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int record, long ticks, int port, ulong? process, EventPosition position)
    {
        _records[Count] = record;
        _times[Count] = new(ticks, TimeSpan.Zero);
        _ports[Count] = port;
        _processes[Count] = process;
        _positions[Count++] = position;
    }

    /// <summary>Looks up the addresses, which were expected, and ends the run before the first that is none.</summary>
    /// <returns>The number of the record with that one in the block; null where all are addresses.</returns>
    public int? FindAddresses(ReadOnlySpan<byte> bytes, CodedAddresses addresses) => Cut(addresses.Find(bytes, Texts(ConnectionColumn.Address), Numbers, _addresses));

    /// <summary>Ends the run before one of its connections.</summary>
    /// <returns>The number of its record in the block; null where there are no more.</returns>
    public int? Cut(int count)
    {
        if (count == Count) return null;
        Count = count;
        return _records[count];
    }
}
