namespace DetectionKit.CommandLine.Output;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesFormat : IAlertFormat
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public IAlertWriter Open(AlertOutput output) => new JsonLinesWriter(output, AlertJson.Write);
}
