namespace DetectionKit.CommandLine.Output;

/// <summary>Writes the alerts of a run.</summary>
internal interface IAlertWriter
{
    /// <summary>Writes an alert, or keeps it for the end.</summary>
    void Write(Alert alert);

    /// <summary>Ends the output, so that it is whole.</summary>
    /// <param name="succeeded">Whether the run came to its end.</param>
    void Complete(bool succeeded);
}
