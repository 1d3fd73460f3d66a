namespace DetectionKit;

/// <summary>A change of configuration that was refused: its options are not valid.</summary>
/// <param name="OptionsType">The options class; the last good options of it stay in force.</param>
/// <param name="Errors">What is wrong, one message each.</param>
public sealed record OptionsReload(Type OptionsType, IReadOnlyList<string> Errors)
{
    /// <summary>What is wrong, in one line.</summary>
    public override string ToString() => $"{OptionsType.Name} was changed to options that are not valid; the last good ones stay in force: {string.Join("; ", Errors)}";
}
