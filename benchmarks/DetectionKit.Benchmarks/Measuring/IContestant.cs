namespace DetectionKit.Benchmarks.Measuring;

/// <summary>One way to do the work of a suite, over an input that it already holds.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>How many cores it may use.</summary>
    int Threads => 1;

    /// <summary>The bytes of its input, where that is a file.</summary>
    long? InputBytes => null;

    /// <summary>Contestants of one group must find the same alerts.</summary>
    string Agreement => "";

    /// <summary>Gets ready, outside the clock and once: loads a table, makes a batch.</summary>
    void Prepare()
    {
    }

    /// <summary>Does the work, from the first event to the last alert.</summary>
    void Run(RunProbe probe);
}
