using DetectionKit.Sources.Mapping;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Ocsf;

/// <summary>Decodes durations in milliseconds.</summary>
internal sealed class MillisecondsReader() : MappedTokenReader<TimeSpan?>(foldCase: false)
{
    private const long Most = 1L << 40;

    /// <summary>The duration; null where it is none.</summary>
    public static TimeSpan? SpanOf(long milliseconds) => milliseconds is >= 0 and < Most ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <inheritdoc/>
    public override bool TryReadText(ReadOnlySpan<byte> text, ref TimeSpan? value)
    {
        var isNumber = NumberText.TryReadInteger(text, out var milliseconds);
        value = isNumber ? SpanOf(milliseconds) : null;
        return true;
    }
}
