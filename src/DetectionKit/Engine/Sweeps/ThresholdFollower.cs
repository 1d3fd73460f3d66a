namespace DetectionKit.Engine;

/// <summary>Follows a window stage for a sweep: it makes no rows and no alerts, but keeps what the stages after the aggregate read of each pane that any setting would alert on.</summary>
internal sealed class ThresholdFollower<TKey, TState, TFold, TValues, TOptions>(
    ThresholdValues<TKey, TState, TFold, TValues> read, Threshold<TValues, TOptions> threshold, Func<TValues, object?[]> box, PaneSweep<TOptions> sweep, RunReport report)
    : PaneFollower<TKey, TState, TFold>
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct
    where TValues : struct
    where TOptions : class
{
    private readonly Dictionary<TValues, ThresholdRow> _rows = [];

    internal override bool IsEarly => false;

    internal override IEnumerable<TKey> KeysInUse => [];

    internal override void Close(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end, long anchor, long? at)
    {
        var own = key;
        try
        {
            var values = read(ref own, Keys.Columns, ref pane.State, ref fold, start, end);
            if (!_rows.TryGetValue(values, out var row)) _rows.Add(values, row = Judge(values));
            sweep.CountPane();
            if (row.Passing.Count > 0) sweep.Add(row, Keys.KeyOf(key), start, end, anchor);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            report.AddFault(new(Keys.KeyOf(key), null, "aggregate", e));
        }
    }

    internal override void Revise(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end, long anchor)
    {
    }

    internal override bool TryMake(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end) => throw new NotSupportedException("A window at every event goes by its alerts: it can't be swept so.");

    internal override void EmitMade(in TKey key, in PaneState<TState> pane, long start, long end, long anchor) => throw new NotSupportedException("A sweep makes no rows.");

    internal override void Flush(long watermark)
    {
    }

    // A setting under which a stage throws gives no alert of such panes.
    private ThresholdRow Judge(TValues values)
    {
        var tiers = new AlertTier?[sweep.Settings];
        var passing = new SettingSet.Builder(sweep.Settings);
        foreach (var (setting, options) in sweep.Options)
        {
            try
            {
                if (threshold(values, options, out tiers[setting])) passing.Add(setting);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                report.AddFault(new($"values {string.Join(", ", box(values))}", null, "threshold", e));
            }
        }

        return new(box(values), passing.Build(), tiers);
    }
}
