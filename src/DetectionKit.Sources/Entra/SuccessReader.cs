using DetectionKit.Sources.Mapping;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Entra;

/// <summary>Tells from an error code whether a sign-in succeeded.</summary>
internal sealed class SuccessReader() : MappedTokenReader<bool>(foldCase: false)
{
    /// <inheritdoc/>
    public override bool TryReadText(ReadOnlySpan<byte> text, ref bool value)
    {
        var isNumber = NumberText.TryReadInteger(text, out var error);
        value = error == 0;
        return isNumber;
    }
}
