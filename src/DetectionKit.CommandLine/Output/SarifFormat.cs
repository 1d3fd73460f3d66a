namespace DetectionKit.CommandLine.Output;

/// <summary>One SARIF 2.1.0 log.</summary>
internal sealed class SarifFormat : IAlertFormat
{
    /// <inheritdoc/>
    public string Name => "sarif";

    /// <inheritdoc/>
    public IAlertWriter Open(AlertOutput output) => new SarifWriter(output);
}
