namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>The targets of this folder, by name.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, IFuzzTarget> All { get; } = typeof(FuzzTargets).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IFuzzTarget)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .ToDictionary(type => type.Name.Replace("Target", "", StringComparison.Ordinal).ToLowerInvariant(), type => (IFuzzTarget)Activator.CreateInstance(type)!);
}
