using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Zeek;

/// <summary>The values of a connection of which the network saw the addresses, and no more.</summary>
internal readonly struct ZeekValues(int host, int address) : IConnectionValues
{
    /// <inheritdoc/>
    public string? Process => null;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ConnectionColumn column) => column switch
    {
        ConnectionColumn.Host => host,
        ConnectionColumn.Address => address,
        _ => CodedTexts.None,
    };
}
