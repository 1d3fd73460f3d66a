using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>Bytes of a template that all its records have, and what the record that was read last has in the hole behind them.</summary>
internal struct TemplatePart
{
    /// <summary>How many bytes there are.</summary>
    public int Length;

    /// <summary>A bit for each byte of the last vector that is not one of them.</summary>
    public uint Others;

    /// <summary>Where they end in the record, and the hole begins.</summary>
    public int End;

    /// <summary>How long the hole is.</summary>
    public int HoleLength;

    /// <summary>How often its length was another than in the record before.</summary>
    public int Changes;

    /// <summary>Whether the hole is the inside of a text.</summary>
    public bool IsText;

    /// <summary>Whether its length changes so rarely that it may be foretold.</summary>
    public bool IsSteady;

    /// <summary>What stands in it.</summary>
    public FieldKind HoleKind;

    /// <param name="length">How many bytes there are.</param>
    /// <param name="isText">Whether the hole is the inside of a text.</param>
    public TemplatePart(int length, bool isText)
    {
        var left = length % Beginnings.Width;
        (Length, IsText, IsSteady) = (length, isText, true);
        Others = Beginnings.OthersOf(left == 0 ? Beginnings.Width : left);
    }
}
