using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Sysmon;

/// <summary>The values of a connection: its own, and the command line of its process.</summary>
internal readonly ref struct SysmonValues(SysmonRecord record, ReadOnlySpan<byte> bytes, ConnectionColumns columns, int address, int expected, ref ProcessRow row) : IConnectionValues
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ref ProcessRow _row = ref row;

    /// <inheritdoc/>
    public string? Process => record.Process(_bytes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ConnectionColumn column) => column switch
    {
        ConnectionColumn.Host => record.HostIndex(_bytes, columns.Hosts),
        ConnectionColumn.User => record.Index(_bytes, SysmonField.User, columns.Users, expected),
        ConnectionColumn.Image => record.Index(_bytes, SysmonField.Image, columns.Images, expected),
        ConnectionColumn.CommandLine => Unsafe.IsNullRef(ref _row) ? CodedTexts.None : _row.CommandLineCode(columns.CommandLines),
        _ => address,
    };
}
