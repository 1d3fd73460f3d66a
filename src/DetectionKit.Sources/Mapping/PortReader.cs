using System.Net;

namespace DetectionKit.Sources.Mapping;

/// <summary>Decodes ports.</summary>
internal sealed class PortReader() : MappedTokenReader<int>(foldCase: false)
{
    /// <inheritdoc/>
    public override bool TryReadText(ReadOnlySpan<byte> text, ref int value) => base.TryReadText(text, ref value) && value is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort;
}
