namespace DetectionKit.Sources.Members.Storage;

/// <summary>What is known of the local variables of some code.</summary>
internal sealed class LocalVariables
{
    private readonly Dictionary<int, StoredValue> _values = [];
    private readonly HashSet<int> _shared = [];

    /// <summary>The value of a variable.</summary>
    public StoredValue Load(int variable) => _values.GetValueOrDefault(variable, StoredValue.Other);

    /// <summary>Gives a variable a value; false where that may be used in a way that is not seen.</summary>
    public bool TryStore(int variable, StoredValue value)
    {
        if (_shared.Contains(variable)) return !value.IsGiven;
        _values[variable] = value;
        return true;
    }

    /// <summary>Gives the address of a variable away: from then on its value may change in ways that are not seen.</summary>
    public bool TryShare(int variable)
    {
        if (Load(variable).IsGiven) return false;
        _values.Remove(variable);
        _shared.Add(variable);
        return true;
    }
}
