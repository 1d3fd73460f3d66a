namespace DetectionKit.Engine;

/// <summary>What a sweep takes from one window stage.</summary>
/// <param name="settings">How many settings the whole sweep has.</param>
/// <param name="options">Those that share the stage, by their number in the sweep.</param>
/// <param name="add">Takes a pane that some of them would alert on.</param>
internal sealed class PaneSweep<TOptions>(int settings, IReadOnlyList<(int Setting, TOptions Options)> options, Action<PaneSweep<TOptions>, ThresholdRow, RowOrigin> add)
    where TOptions : class
{
    internal int Settings => settings;

    internal IReadOnlyList<(int Setting, TOptions Options)> Options => options;

    /// <summary>The names of the values that the stages after the aggregate read.</summary>
    internal IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>How many panes have closed.</summary>
    internal long Panes { get; private set; }

    internal void CountPane() => Panes++;

    internal void Add(ThresholdRow row, AlertKey key, long start, long end, long anchor) =>
        add(this, row, new() { Key = key, Start = start, End = end, Anchor = anchor, Evidence = new(start, end, []) });
}
