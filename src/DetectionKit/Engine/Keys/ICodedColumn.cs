namespace DetectionKit.Engine;

/// <summary>A key part whose values may come from a dictionary column: each of them is given its code once.</summary>
internal interface ICodedColumn<T>
{
    /// <summary>The codes of a dictionary's values by their index, negative where one is not known yet. Called by compiled loops when a block begins, and valid until it ends.</summary>
    int[] CodesOf(ValueDictionary<T> dictionary);

    /// <summary>Gives the value at an index its code. Called by compiled loops.</summary>
    int Learn(ValueDictionary<T> dictionary, int index);
}
