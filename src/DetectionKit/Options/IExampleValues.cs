namespace DetectionKit;

/// <summary>An option that stands for more values than can be listed, and names a few of them: cases that are generated from a rule try them.</summary>
public interface IExampleValues
{
    /// <summary>Some values that it holds, as text; none when it holds none, or can't tell.</summary>
    IEnumerable<string> Examples { get; }
}
