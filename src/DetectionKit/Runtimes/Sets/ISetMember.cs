using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>A detection of a set, with its options.</summary>
internal interface ISetMember
{
    Detection Detection { get; }

    DetectionEngine Start(RunSettings settings, RunReport report, SharedWindows shared);
}
