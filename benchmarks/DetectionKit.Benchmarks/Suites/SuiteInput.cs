using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>The contestants of a suite over an input.</summary>
/// <param name="Events">The events in it.</param>
/// <param name="Contestants">The contestants.</param>
/// <param name="Shared">What they share and must be given back, or null.</param>
internal sealed record SuiteInput(int Events, IReadOnlyList<IContestant> Contestants, IDisposable? Shared = null) : IDisposable
{
    public void Dispose() => Shared?.Dispose();
}
