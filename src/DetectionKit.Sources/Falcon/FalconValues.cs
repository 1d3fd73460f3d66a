using System.Globalization;
using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Falcon;

/// <summary>The values of a connection: its own, and those of the rows that it is joined with.</summary>
internal readonly ref struct FalconValues(FalconRecord record, ReadOnlySpan<byte> bytes, ConnectionColumns columns, int address, ulong? process, int expected, JoinedRows join) : IConnectionValues
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly JoinedRows _join = join;

    /// <inheritdoc/>
    public string? Process => process?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ConnectionColumn column)
    {
        if (column == ConnectionColumn.Address) return address;
        var (field, texts) = column switch
        {
            ConnectionColumn.Host => (FalconField.ComputerName, columns.Hosts),
            ConnectionColumn.User => (FalconField.UserName, columns.Users),
            ConnectionColumn.Image => (FalconField.ImageFileName, columns.Images),
            _ => (FalconField.CommandLine, columns.CommandLines),
        };
        return record.Has(field) ? record.Index(_bytes, field, texts, expected) : _join.CodeOf(column, columns);
    }
}
