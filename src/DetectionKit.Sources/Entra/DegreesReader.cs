using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Entra;

/// <summary>Decodes degrees of latitude or longitude.</summary>
/// <param name="most">How many there may be, to the north or the east.</param>
internal sealed class DegreesReader(double most) : MappedTokenReader<double?>(foldCase: false)
{
    /// <summary>Degrees; null where there are more than there may be.</summary>
    public static double? Within(double most, double? degrees) => degrees is { } value && Math.Abs(value) <= most ? value : null;

    /// <inheritdoc/>
    public override bool TryReadText(ReadOnlySpan<byte> text, ref double? value)
    {
        if (!base.TryReadText(text, ref value)) return false;
        value = Within(most, value);
        return true;
    }
}
