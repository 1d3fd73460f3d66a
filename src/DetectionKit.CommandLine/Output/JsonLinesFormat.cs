namespace DetectionKit.CommandLine.Output;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesFormat : IAlertFormat
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public IAlertWriter Open(AlertOutput output) => new Writer(output);

    private sealed class Writer(AlertOutput output) : IAlertWriter
    {
        private readonly JsonText _json = new(output.Writer);

        public void Write(Alert alert)
        {
            AlertJson.Write(_json.Writer, alert);
            _json.EndLine();
            if (output.IsStream) output.Writer.Flush();
        }

        public void Complete(bool succeeded)
        {
            output.Writer.Flush();
            _json.Dispose();
        }
    }
}
