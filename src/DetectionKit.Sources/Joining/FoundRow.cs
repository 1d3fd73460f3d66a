namespace DetectionKit.Sources.Joining;

/// <summary>The row of a key that was expected; null where there is none. In an array, it is written without a look at what the array may hold.</summary>
internal readonly record struct FoundRow<TRow>(TRow? Row)
    where TRow : class;
