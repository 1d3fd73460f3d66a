using System.Net;
using System.Text;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Tests.Formats;

/// <summary>A user's format, which is no JSON, beside those of the package.</summary>
public sealed class OwnFormatTests
{
    [Fact]
    public void Read_own_format_is_told_from_content_and_searched_for_by_its_endings()
    {
        using var folder = new TempFolder();
        folder.Write("a.flow", "flow 192.0.2.1 443", "flow nowhere 1", "# comment");
        var report = new SourceReport();
        var options = new SourceOptions { Formats = [new FlowFormat()] };
        Input.Events(EventFiles.Read<NetworkConnection>(folder.Path, options, report)).ShouldHaveSingleItem().RemoteAddress.ShouldBe(IPAddress.Parse("192.0.2.1"));
        (report.Malformed, report.Skipped).ShouldBe((1, 1));
        report.Inputs.ShouldHaveSingleItem().Format.ShouldBe("flow");
    }

    private sealed class FlowFormat : IEventFormat
    {
        public string Name => "flow";

        public string Description => "flow ADDRESS PORT";

        public IReadOnlyList<string> FileEndings => [".flow"];

        public bool Recognises(ReadOnlySpan<byte> record) => record.StartsWith("flow "u8);

        public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) => new FlowDecoder() as IEventDecoder<T>;
    }

    private sealed class FlowDecoder : IEventDecoder<NetworkConnection>
    {
        public DateTimeOffset? OldestHeld => null;

        public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record) => null;

        public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<NetworkConnection> output)
        {
            var parts = Encoding.UTF8.GetString(record).Split(' ');
            if (parts[0] != "flow") output.Skip();
            else if (!IPAddress.TryParse(parts[1], out var address)) output.Malformed(position, "its address is none");
            else output.Add(new NetworkConnection(default, null, null, null, null, address, 443), position);
        }

        public bool Release(EventOutput<NetworkConnection> output, bool atEnd) => false;

        public void Dispose()
        {
        }
    }
}
