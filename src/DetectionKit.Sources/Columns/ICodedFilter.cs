namespace DetectionKit.Sources.Columns;

/// <summary>A condition on the values of a coded column.</summary>
internal interface ICodedFilter
{
    /// <summary>Whether the value at an index passes.</summary>
    bool Passes(int index);
}
