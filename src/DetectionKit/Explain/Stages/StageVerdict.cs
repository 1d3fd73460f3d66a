namespace DetectionKit;

/// <summary>What became of a row at a stage.</summary>
public enum StageVerdict
{
    /// <summary>It went on.</summary>
    Passed = 0,

    /// <summary>It fell there.</summary>
    Fell = 1,

    /// <summary>The stage threw: the row is counted as faulty and set aside.</summary>
    Faulty = 2,

    /// <summary>It depends on rows that came before, as in Distinct and Suppress: it goes on unless one of them holds it back.</summary>
    Depends = 3,

    /// <summary>It had fallen before: what the stage would have said.</summary>
    NotReached = 4,
}
