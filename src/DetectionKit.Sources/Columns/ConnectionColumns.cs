using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Columns;

/// <summary>Connections as columns: what a run reads of them, and nothing else.</summary>
internal sealed class ConnectionColumns : IEventColumns<NetworkConnection>
{
    private readonly SourceOptions _options;
    private readonly EventReads<NetworkConnection> _reads;
    private readonly int _size;
    private readonly ConnectionFilter[] _filters;
    private readonly ConnectionColumn[] _filtered;
    private readonly ConnectionColumn[] _others;
    private ConnectionRows _rows;

    /// <param name="options">How to read.</param>
    /// <param name="reads">What is read.</param>
    public ConnectionColumns(SourceOptions options, EventReads<NetworkConnection> reads)
        : this(options, reads, null)
    {
    }

    private ConnectionColumns(SourceOptions options, EventReads<NetworkConnection> reads, ConnectionColumns? shared)
    {
        (_options, _reads, _size, HasProcess) = (options, reads, options.BatchSize, reads.Reads(nameof(NetworkConnection.Process)));
        (Hosts, Users, Images) = (new(options.FoldCase, shared?.Hosts), new(options.FoldCase, shared?.Users), new(options.FoldCase, shared?.Images));
        (CommandLines, Addresses) = (new(foldCase: false, shared?.CommandLines), new(shared?.Addresses));
        _filters = [.. reads.Filters.Select(FilterOf).TakeWhile(filter => filter is not null).Select(filter => filter!.Value)];
        _filtered = [.. _filters.Select(filter => filter.Column).Distinct().Where(column => column != ConnectionColumn.Address)];
        _others = [.. Enum.GetValues<ConnectionColumn>().Except(_filtered).Where(column => column != ConnectionColumn.Address)];
        _rows = new(_size, HasProcess);
    }

    public CodedTexts Hosts { get; }

    public CodedTexts Users { get; }

    public CodedTexts Images { get; }

    public CodedTexts CommandLines { get; }

    public CodedAddresses Addresses { get; }

    /// <summary>Whether the process is asked for.</summary>
    public bool HasProcess { get; }

    /// <summary>The conditions that come before all else, in order: of a connection that fails one, nothing else but its time is read.</summary>
    public ReadOnlySpan<ConnectionFilter> Filters => _filters;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public IEventColumns<NetworkConnection> Another() => new ConnectionColumns(_options, _reads, this);

    /// <summary>Adds a connection. Of one that fails a condition only the values of the conditions up to that one are asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add<TValues>(long ticks, int port, EventPosition position, TValues values)
        where TValues : IConnectionValues, allows ref struct
    {
        var codes = new ConnectionCodes { Address = values.CodeOf(ConnectionColumn.Address) };
        foreach (ref readonly var filter in Filters)
        {
            codes[filter.Column] = values.CodeOf(filter.Column);
            if (filter.Passes(codes[filter.Column])) continue;
            Add(ticks, codes, port, null, position);
            return;
        }

        for (var column = ConnectionColumn.Host; column <= ConnectionColumn.CommandLine; column++)
        {
            if (codes[column] == CodedTexts.None) codes[column] = values.CodeOf(column);
        }

        Add(ticks, codes, port, HasProcess ? values.Process : null, position);
    }

    /// <summary>Adds a connection by the indices of its values.</summary>
    public void Add(long ticks, in ConnectionCodes codes, int port, string? process, EventPosition position)
    {
        MakeRoom(1);
        _rows.Set(Count++, ticks, codes, port, process, position);
    }

    /// <summary>Says which connections come next: of all, the addresses and what the conditions ask for are looked up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Expect(ConnectionRun run, ReadOnlySpan<byte> bytes)
    {
        Addresses.Expect(bytes, run.Texts(ConnectionColumn.Address), run.Numbers);
        foreach (var column in _filtered) TextsOf(column).Expect(bytes, run.Texts(column), run.Numbers);
        Addresses.Fetch(run.Numbers);
        foreach (var column in _filtered) TextsOf(column).Fetch(run.Numbers);
    }

    /// <summary>Adds connections that were expected, whose addresses are looked up. Of one that fails a condition, only the values of the conditions up to that one are.</summary>
    /// <param name="run">The connections.</param>
    /// <param name="bytes">The bytes in which their values stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ConnectionRun run, ReadOnlySpan<byte> bytes)
    {
        var count = run.Count;
        MakeRoom(count);
        _rows.Begin(Count, run);
        Span<int> passing = stackalloc int[ConnectionRun.Most];
        run.Numbers.CopyTo(passing);
        passing = passing[..count];
        var found = 1 << (int)ConnectionColumn.Address;
        foreach (ref readonly var filter in Filters)
        {
            var codes = CodesOf(filter.Column, count);
            if ((found & (1 << (int)filter.Column)) == 0) TextsOf(filter.Column).Find(bytes, run.Texts(filter.Column), passing, codes);
            found |= 1 << (int)filter.Column;
            passing = passing[..filter.Keep(codes, passing)];
        }

        foreach (var column in _others) TextsOf(column).Expect(bytes, run.Texts(column), passing);
        foreach (var column in _others) TextsOf(column).Fetch(passing);
        foreach (var column in _others) TextsOf(column).Find(bytes, run.Texts(column), passing, CodesOf(column, count));
        if (_rows.Processes is { } processes)
        {
            foreach (var i in passing) processes[Count + i] = run.Processes[i]?.ToString(CultureInfo.InvariantCulture);
        }

        Count += count;
    }

    /// <summary>Fetches what was expected.</summary>
    public void Fetch(int count)
    {
        Hosts.Fetch(count);
        Users.Fetch(count);
        Images.Fetch(count);
        CommandLines.Fetch(count);
        Addresses.Fetch(count);
    }

    /// <inheritdoc/>
    public void Add(NetworkConnection item, EventPosition position)
    {
        var codes = new ConnectionCodes { Address = Addresses.IndexOf(item.RemoteAddress) };
        codes[ConnectionColumn.Host] = Hosts.IndexOf(item.Host);
        codes[ConnectionColumn.User] = Users.IndexOf(item.User);
        codes[ConnectionColumn.Image] = Images.IndexOf(item.Image);
        codes[ConnectionColumn.CommandLine] = CommandLines.IndexOf(item.CommandLine);
        Add(item.Time.UtcTicks, codes, item.RemotePort, item.Process, position);
    }

    /// <inheritdoc/>
    public EventBatch<NetworkConnection> Take(DateTimeOffset limit)
    {
        var rows = Gathered(new(_size, HasProcess));
        var batch = new ColumnBatch<NetworkConnection>(rows.Count, rows.Make, rows.Positions) { IsImmutable = true, WatermarkLimit = limit }
            .Add(c => c.Time, rows.Times)
            .Add(c => c.Host, new DictionaryColumn<string?>(rows.Hosts, Hosts.Dictionary))
            .Add(c => c.User, new DictionaryColumn<string?>(rows.Users, Users.Dictionary))
            .Add(c => c.Image, new DictionaryColumn<string?>(rows.Images, Images.Dictionary))
            .Add(c => c.CommandLine, new DictionaryColumn<string?>(rows.CommandLines, CommandLines.Dictionary))
            .Add(c => c.RemoteAddress, new DictionaryColumn<IPAddress>(rows.Addresses, Addresses.Dictionary))
            .Add(c => c.RemotePort, rows.Ports);
        if (rows.Processes is { } processes) batch.Add(c => c.Process, processes);
        Trim();
        return batch;
    }

    /// <inheritdoc/>
    public GatheredRows Detach(GatheredRows? used)
    {
        var rows = Gathered(used as ConnectionRows ?? new(_size, HasProcess));
        Trim();
        return rows;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(GatheredRows rows, int start, int count)
    {
        var from = (ConnectionRows)rows;
        MakeRoom(count);
        _rows.Copy(from, start, count, Count);
        var (to, there) = (Count, from.Dictionaries);
        Hosts.Translate(_rows.Hosts.AsSpan(to, count), there.Hosts);
        Users.Translate(_rows.Users.AsSpan(to, count), there.Users);
        Images.Translate(_rows.Images.AsSpan(to, count), there.Images);
        CommandLines.Translate(_rows.CommandLines.AsSpan(to, count), there.CommandLines);
        Addresses.Translate(_rows.Addresses.AsSpan(to, count), there.Addresses);
        Count += count;
    }

    private Span<int> CodesOf(ConnectionColumn column, int count) => _rows.CodesOf(column).AsSpan(Count, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CodedTexts TextsOf(ConnectionColumn column) => column switch
    {
        ConnectionColumn.Host => Hosts,
        ConnectionColumn.User => Users,
        ConnectionColumn.Image => Images,
        _ => CommandLines,
    };

    private ConnectionRows Gathered(ConnectionRows next)
    {
        var rows = _rows;
        rows.Dictionaries = (Hosts.Dictionary, Users.Dictionary, Images.Dictionary, CommandLines.Dictionary, Addresses.Dictionary);
        rows.Count = Count;
        (_rows, Count) = (next, 0);
        return rows;
    }

    private void Trim()
    {
        foreach (var texts in (ReadOnlySpan<CodedTexts>)[Hosts, Users, Images, CommandLines]) texts.Trim();
        Addresses.Trim();
    }

    private ConnectionFilter? FilterOf(EventFilter filter) => (filter.Member, filter.Predicate) switch
    {
        (nameof(NetworkConnection.Host), Func<string?, bool> predicate) => new(ConnectionColumn.Host, new CodedFilter<string?>(Hosts, predicate)),
        (nameof(NetworkConnection.User), Func<string?, bool> predicate) => new(ConnectionColumn.User, new CodedFilter<string?>(Users, predicate)),
        (nameof(NetworkConnection.Image), Func<string?, bool> predicate) => new(ConnectionColumn.Image, new CodedFilter<string?>(Images, predicate)),
        (nameof(NetworkConnection.CommandLine), Func<string?, bool> predicate) => new(ConnectionColumn.CommandLine, new CodedFilter<string?>(CommandLines, predicate)),
        (nameof(NetworkConnection.RemoteAddress), Func<IPAddress, bool> predicate) => new(ConnectionColumn.Address, new CodedFilter<IPAddress>(Addresses, predicate)),
        _ => null,
    };

    private void MakeRoom(int count)
    {
        if (Count + count > _rows.Times.Length) _rows.Resize(Math.Max(Count + count, Count * 2));
    }
}
