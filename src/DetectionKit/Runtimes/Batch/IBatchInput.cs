using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>A sequence of events, whatever its type.</summary>
internal interface IBatchInput
{
    IBatchReader<TAlert> Open<TAlert, TOptions>(DetectionPlan plan, DetectionRun<TAlert, TOptions> run)
        where TOptions : class, new();
}
