namespace DetectionKit.Engine;

/// <summary>Runs the rows from the current one to the end through the stages of an edge and into a stage. It leaves the current row where it threw.</summary>
internal delegate void RowLoop<TRow, TTarget, TOptions>(Rows<TRow> rows, TTarget target, TOptions options);
