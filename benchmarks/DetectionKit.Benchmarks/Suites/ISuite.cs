using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>A question and the contestants that answer it.</summary>
internal interface ISuite
{
    string Name { get; }

    string Description { get; }

    int DefaultEvents { get; }

    /// <summary>The contestant that ratios are against.</summary>
    string Baseline { get; }

    /// <summary>Whether the figures are given with pooled and with fresh strings unless one asks for one of them.</summary>
    bool ComparesStrings => false;

    /// <summary>The contestants over so many events. What is dear to make is made in their Prepare, or shared by them.</summary>
    SuiteInput Prepare(int events, StringInstances strings);
}
