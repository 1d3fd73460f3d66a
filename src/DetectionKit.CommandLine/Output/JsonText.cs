using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>Makes JSON and hands it to a text writer.</summary>
internal sealed class JsonText : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly TextWriter _output;

    internal JsonText(TextWriter output, bool isIndented = false)
    {
        _output = output;

        // Command lines full of quotation marks and plus signs stay readable; the output is no part of a web page.
        Writer = new(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = isIndented, NewLine = "\n" });
    }

    internal Utf8JsonWriter Writer { get; }

    public void Dispose() => Writer.Dispose();

    /// <summary>Ends a line, after which another document may begin.</summary>
    internal void EndLine()
    {
        Pass();
        _output.Write('\n');
        Writer.Reset();
    }

    /// <summary>Hands over what has been made so far.</summary>
    internal void Pass()
    {
        Writer.Flush();
        _output.Write(Encoding.UTF8.GetString(_bytes.WrittenSpan));
        _bytes.ResetWrittenCount();
    }
}
