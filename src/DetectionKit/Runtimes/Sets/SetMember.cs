using DetectionKit.Engine;

namespace DetectionKit;

/// <inheritdoc/>
internal sealed class SetMember<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions options) : ISetMember
    where TOptions : class, new()
{
    public Detection Detection => detection;

    public DetectionEngine Start(RunSettings settings, RunReport report, SharedWindows shared) =>
        new DetectionEngine<TAlert, TOptions>(detection.Plan, detection.Info, options, settings, report, shared);
}
