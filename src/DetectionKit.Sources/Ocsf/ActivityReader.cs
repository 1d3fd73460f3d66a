using DetectionKit.Sources.Mapping;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Ocsf;

/// <summary>Tells from OCSF's <c>activity_id</c> of a Network Activity whether the other side answered.</summary>
internal sealed class ActivityReader() : MappedTokenReader<bool?>(foldCase: false)
{
    private const int Open = 1, Close = 2, Failed = 4, Refused = 5, Traffic = 6;

    /// <summary>Whether it did; null where an activity does not say.</summary>
    public static bool? IsAnswered(long activity) => activity switch
    {
        Refused or Failed => false,
        Open or Close or Traffic => true,
        _ => null,
    };

    /// <inheritdoc/>
    public override bool TryReadText(ReadOnlySpan<byte> text, ref bool? value)
    {
        value = NumberText.TryReadInteger(text, out var activity) ? IsAnswered(activity) : null;
        return true;
    }
}
