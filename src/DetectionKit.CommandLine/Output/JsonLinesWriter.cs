using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>Writes alerts as JSON, one object a line.</summary>
/// <param name="output">Where they go.</param>
/// <param name="write">Writes one as an object.</param>
internal sealed class JsonLinesWriter(AlertOutput output, Action<Utf8JsonWriter, Alert> write) : IAlertWriter
{
    private readonly JsonText _json = new(output.Writer);

    public void Write(Alert alert)
    {
        write(_json.Writer, alert);
        _json.EndLine();
        if (output.IsStream) output.Writer.Flush();
    }

    public void Complete(bool succeeded)
    {
        output.Writer.Flush();
        _json.Dispose();
    }
}
