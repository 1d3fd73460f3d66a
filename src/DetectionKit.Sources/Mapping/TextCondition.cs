using System.Text;

namespace DetectionKit.Sources.Mapping;

/// <summary>A field must be a text, in whatever case.</summary>
/// <inheritdoc/>
internal sealed class TextCondition(string path, string value) : MappedCondition(path)
{
    private readonly byte[] _value = Encoding.UTF8.GetBytes(value);

    /// <inheritdoc/>
    public override MappedKind Missing => MappedKind.Other;

    /// <summary>Of other letters, the case is no matter of bytes.</summary>
    public override bool CanJudge => Ascii.IsValid(_value);

    /// <inheritdoc/>
    public override MappedKind Judge(ReadOnlySpan<byte> text) => Ascii.EqualsIgnoreCase(text, _value) ? MappedKind.Event : MappedKind.Other;
}
