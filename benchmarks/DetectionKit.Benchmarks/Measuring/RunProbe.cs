using System.Diagnostics;

namespace DetectionKit.Benchmarks.Measuring;

/// <summary>What a contestant is given for one run: where its alerts go, and what it may say beside its time.</summary>
internal sealed class RunProbe
{
    internal AlertCollector Alerts { get; } = new();

    /// <summary>Bytes of state a group, where a contestant measures it.</summary>
    internal double? BytesPerGroup { get; set; }

    /// <summary>The longest call, where a contestant measures it.</summary>
    internal double? MaxPauseMilliseconds { get; set; }

    /// <summary>Time that is not the contestant's.</summary>
    internal TimeSpan Untimed { get; private set; }

    /// <summary>Does what belongs to the measurement and not to what is measured.</summary>
    internal T Outside<T>(Func<T> action)
    {
        var from = Stopwatch.GetTimestamp();
        var result = action();
        Untimed += Stopwatch.GetElapsedTime(from);
        return result;
    }
}
