using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Columns;

/// <summary>The indices of one connection's values; none where a value is missing, or is not needed as a filter drops the connection.</summary>
[InlineArray(Columns)]
internal struct ConnectionCodes
{
    /// <summary>How many columns have such values.</summary>
    public const int Columns = (int)ConnectionColumn.Address + 1;

    private int _first;

    public int Address { readonly get => this[(int)ConnectionColumn.Address]; set => this[(int)ConnectionColumn.Address] = value; }

    public int this[ConnectionColumn column] { readonly get => this[(int)column]; set => this[(int)column] = value; }
}
