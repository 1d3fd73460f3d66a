namespace DetectionKit.Engine;

/// <summary>One part of a stage's keys: a block of its values on their way in, and what their codes stand for.</summary>
internal abstract class KeyColumn
{
    /// <summary>The memory of the values that have codes now, as an estimate; 0 where values are their own codes.</summary>
    internal virtual long CodedBytes => 0;

    /// <summary>Makes room for a block of values.</summary>
    internal abstract void Reserve(int rows);

    /// <summary>Turns a block of values into codes, where the loop that read them has not done so.</summary>
    internal virtual void Encode(int count)
    {
    }

    /// <summary>Before the codes in use are marked.</summary>
    internal virtual void BeginMarking()
    {
    }

    /// <summary>Gives up the codes that were not marked.</summary>
    internal virtual void Sweep()
    {
    }
}
