namespace DetectionKit.CommandLine.Output;

/// <summary>A format of <c>--output</c>. Each is a class in a file of its own, found by looking for this interface.</summary>
internal interface IAlertFormat
{
    /// <summary>The name that <c>--output</c> takes.</summary>
    string Name { get; }

    /// <summary>Starts writing.</summary>
    IAlertWriter Open(AlertOutput output);
}
