using DetectionKit.GroundTruth;

namespace DetectionKit.Tuning.Scoring;

/// <summary>An alert of a sweep, beside what is true of it.</summary>
/// <param name="Alert">The alert, with the settings that give it.</param>
/// <param name="Verdict">Whether it is true or false, if that is known.</param>
/// <param name="Label">The label that says so; null where none does.</param>
public sealed record LabelledAlert(SweptAlert Alert, AlertVerdict Verdict, GroundTruthLabel? Label)
{
    /// <summary>The value of a part of its key, as text; null where it is missing, or the key has no such part.</summary>
    /// <param name="part">The part, whatever its case.</param>
    public string? Part(string part)
    {
        foreach (var (name, value) in Alert.Key.Parts)
        {
            if (string.Equals(name, part, StringComparison.OrdinalIgnoreCase)) return value is null ? null : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
        }

        return null;
    }
}
