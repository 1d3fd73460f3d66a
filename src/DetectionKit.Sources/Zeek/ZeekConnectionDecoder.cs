using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Zeek;

/// <summary>Turns Zeek's log of connections into connections: of a host that is known by its address, and of no process.</summary>
internal sealed class ZeekConnectionDecoder(DecoderContext context) : ZeekDecoder<NetworkConnection>(context, ZeekLog.Connections)
{
    private readonly AddressText _addresses = new();
    private ExpectedRecords _expected;
    private CodedFilter<string?>? _areAddresses;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Expect(ScannedBlock block, int first, int count, EventOutput<NetworkConnection> output)
    {
        if ((object?)output.Gatherer is not ConnectionColumns columns) return;
        for (var i = 0; i < count; i++)
        {
            if (block.TryGetWritten(first + i, ZeekField.Origin, out var text)) columns.Hosts.Expect(i, text);
            if (block.TryGetWritten(first + i, ZeekField.Responder, out text)) columns.Addresses.Expect(i, text);
        }

        columns.Hosts.Fetch(count);
        columns.Addresses.Fetch(count);
        _expected = new(block, first, count);
    }

    /// <inheritdoc/>
    protected override string? Read(ReadOnlySpan<byte> record, EventPosition position, EventOutput<NetworkConnection> output)
    {
        if ((object?)output.Columns is ConnectionColumns columns && TryAdd(record, position, columns)) return null;
        if (Record.Flow(record, out var flow) is { } fault) return fault;
        output.Add(new(flow!.Time, flow.Host, null, null, null, flow.RemoteAddress, flow.RemotePort), position);
        return null;
    }

    // A sound one goes to the columns without becoming an object. What is wrong with another, the way that makes one says.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryAdd(ReadOnlySpan<byte> record, EventPosition position, ConnectionColumns columns)
    {
        var expected = _expected.NumberOf(Record.Scanner);
        if (Record.Time(record, out var time) is not null || Record.Port(record, out var port) is not null) return false;
        if (!Record.TryIndex(record, ZeekField.Origin, columns.Hosts, expected, out var host) || !IsAddress(host, columns)) return false;
        if (!Record.TryIndex(record, ZeekField.Responder, columns.Addresses, expected, out var address)) return false;
        columns.Add(time.UtcTicks, port, position, new ZeekValues(host, address));
        return true;
    }

    private bool IsAddress(int host, ConnectionColumns columns) =>
        (_areAddresses ??= new(columns.Hosts, text => _addresses.TryRead(Encoding.UTF8.GetBytes(text!), out _))).Passes(host);
}
