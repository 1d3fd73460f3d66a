namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Two ways that must give the same give this.</summary>
internal sealed class FuzzFailureException(string expected, string found) : Exception($"Expected:\n{expected}\n\nFound:\n{found}")
{
    public static void ThrowIfDifferent(string expected, string found)
    {
        if (expected != found) throw new FuzzFailureException(expected, found);
    }
}
