using System.Text;
using DetectionKit.Sources.Inputs;
using DetectionKit.Sources.Tests.Falcon;

namespace DetectionKit.Sources.Tests.Inputs;

public sealed class InputTests : IDisposable
{
    private const string Line = """{"event_simpleName":"NetworkConnectIP4","timestamp":"1","RemoteAddressIP4":"9.9.9.9","RemotePort":"1"}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_folder_takes_known_endings_in_all_folders_in_order_of_path()
    {
        foreach (var name in (string[])["b/x.ndjson", "a.json", "c.JSONL", "d.log.gz", "part-0.gz", "_SUCCESS", "notes.txt"]) _folder.Write(name, Line);
        Read(_folder.Path).ShouldBe(["a.json", "b/x.ndjson", "c.JSONL", "d.log.gz", "part-0.gz"]);
    }

    [Theory]
    [InlineData("*.ndjson", "a.ndjson,b.ndjson")]
    [InlineData("**/*.ndjson", "a.ndjson,b.ndjson,sub/c.ndjson")]
    [InlineData("s*/c.*", "sub/c.ndjson,sub/c.txt")]
    [InlineData("?.ndjson", "a.ndjson,b.ndjson")]
    [InlineData("su?/?.txt", "sub/c.txt")]
    public void Read_glob_takes_what_matches(string glob, string expected)
    {
        foreach (var name in (string[])["a.ndjson", "b.ndjson", "sub/c.ndjson", "sub/c.txt"]) _folder.Write(name, Line);
        Read(Path.Combine(_folder.Path, glob)).ShouldBe(expected.Split(','));
    }

    [Fact]
    public void Read_file_named_twice_is_read_once()
    {
        var path = _folder.Write("a.ndjson", Line);
        Read(path, _folder.Path, Path.Combine(_folder.Path, "*")).ShouldBe(["a.ndjson"]);
    }

    [Theory]
    [InlineData("missing.ndjson", "no such file")]
    [InlineData("*.missing", "no file matches")]
    [InlineData("none/*.json", "no folder")]
    [InlineData("empty", ".ndjson")]
    public void Read_input_that_matches_nothing_is_an_error_that_names_it(string input, string part)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        var path = Path.Combine(_folder.Path, input);
        var error = Should.Throw<SourceException>(() => EventFiles.Read<NetworkConnection>(path));
        error.Input.ShouldBe(path);
        error.Message.ShouldContain(path);
        error.Message.ShouldContain(part);
    }

    [Fact]
    public void Read_unknown_format_says_what_was_looked_at_and_what_to_write()
    {
        var path = _folder.Write("a.ndjson", "broken", """{"ts":1.5,"uid":"C"}""");
        var error = Should.Throw<SourceException>(() => EventFiles.Read<NetworkConnection>(path).ToArray());
        error.Message.ShouldContain(path);
        error.Message.ShouldContain("ts, uid");
        error.Message.ShouldContain("1 are not JSON objects");
        error.Message.ShouldContain("--format auditd");
        var report = new SourceReport();
        EventFiles.Read<NetworkConnection>(path, new() { Format = "FDR" }, report).ShouldBeEmpty();
        (report.Malformed, report.Skipped).ShouldBe((1, 1));
    }

    [Fact]
    public void Read_folder_reports_files_of_other_formats_and_reads_the_rest()
    {
        _folder.Write("events.ndjson", Line);
        var other = _folder.Write("truth.json", """{"labels":[]}""");
        var report = new SourceReport();

        Input.Events(EventFiles.Read<NetworkConnection>(_folder.Path, report: report)).Length.ShouldBe(1);

        var fault = report.Faults.ShouldHaveSingleItem();
        fault.Position.Source.ShouldBe(other);
        fault.Message.ShouldContain("labels");
        Should.Throw<SourceException>(() => EventFiles.Read<NetworkConnection>(other).ToArray(), "a file that is named must be read");
    }

    [Fact]
    public void Read_folder_without_any_known_format_is_an_error()
    {
        _folder.Write("truth.json", """{"labels":[]}""");

        Should.Throw<SourceException>(() => EventFiles.Read<NetworkConnection>(_folder.Path).ToArray()).Message.ShouldContain("truth.json");
    }

    [Fact]
    public void Read_format_is_told_past_broken_lines_whatever_the_name()
    {
        var path = _folder.Write("sysmon.log", [.. Enumerable.Repeat("{\"broken", 2000), Line]);
        Input.Events(EventFiles.Read<NetworkConnection>(path)).Length.ShouldBe(1);
    }

    [Fact]
    public void Read_format_of_no_name_is_an_error_that_lists_the_names() =>
        Should.Throw<ArgumentException>(() => EventFiles.Read<NetworkConnection>("-", new() { Format = "flacon" })).Message.ShouldContain("falcon, fdr");

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void Read_input_without_records_has_no_events(string text) =>
        Input.Connections(Encoding.UTF8.GetBytes(text)).ShouldBeEmpty();

    [Fact]
    public void Read_falcon_and_sysmon_in_one_run()
    {
        _folder.Write("a.json", Line);
        _folder.Write("b.json", Sysmon.SysmonShapes.All["D sentinel"].Connection);
        var report = new SourceReport();
        Input.Events(EventFiles.Read<NetworkConnection>(_folder.Path, report: report)).Length.ShouldBe(2);
        report.Inputs.Select(i => i.Format).ShouldBe(["falcon", "sysmon"]);
    }

    [Fact]
    public void Read_gzip_is_as_plain_from_a_file_and_from_standard_input()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join("\n", Enumerable.Repeat(Line, 5000)));
        Input.Connections(TempFolder.Gzip(bytes)).ShouldBe(Input.Connections(bytes));
        byte[] members = [.. TempFolder.Gzip(bytes.AsSpan(0, 1000)), .. TempFolder.Gzip(bytes.AsSpan(1000))];
        var path = _folder.WriteBytes("plain.json", members);
        Input.Events(EventFiles.Read<NetworkConnection>(path)).ShouldBe(Input.Connections(bytes));
    }

    [Fact]
    public void Read_truncated_gzip_counts_what_was_read_and_reports_the_fault()
    {
        var lines = Enumerable.Range(0, 5000).Select(i => FalconLines.Connection($"{Guid.NewGuid()}", (ulong)i)).ToArray();
        var packed = TempFolder.Gzip(Encoding.UTF8.GetBytes(string.Join("\n", lines)));
        var cut = _folder.WriteBytes("cut.gz", packed.AsSpan(0, packed.Length / 2));
        var whole = _folder.Write("whole.json", Line);
        var report = new SourceReport();
        var faults = new List<SourceFault>();
        report.InputFaulted += faults.Add;
        Input.Events(EventFiles.Read<NetworkConnection>([cut, whole], report: report)).Length.ShouldBeInRange(1000, 4000);
        var fault = report.Faults.ShouldHaveSingleItem();
        fault.Position.Source.ShouldBe(cut);
        fault.Position.Line.ShouldBeGreaterThan(1000);
        faults.ShouldBe([fault]);
    }

    [Theory]
    [InlineData("28B52FFD", "compressed by Zstandard")]
    [InlineData("FD377A585A00", "compressed by xz")]
    [InlineData("425A6839", "compressed by bzip2")]
    [InlineData("04224D18", "compressed by LZ4")]
    [InlineData("504B0304", "a zip archive")]
    [InlineData("377ABCAF", "a 7z archive")]
    [InlineData("50415231", "Parquet")]
    [InlineData("456C6646696C65", "a log of the Windows Event Log")]
    public void Read_what_is_no_text_says_what_it_is(string first, string name)
    {
        byte[] bytes = [.. Convert.FromHexString(first), .. "\nmore\n"u8];
        var (packed, report) = (TempFolder.Gzip(bytes), new SourceReport());

        Should.Throw<SourceException>(() => Input.Connections(bytes)).Message.ShouldBe($"- can't be read: it is {name}, which is not read: convert it to lines of text, plain or gzip.");
        Should.Throw<SourceException>(() => Input.Connections(packed)).Message.ShouldContain(name);
        Input.Events(EventFiles.Read<NetworkConnection>("-", new() { StandardInput = new MemoryStream(bytes), Format = "falcon" }, report)).ShouldBeEmpty();
        report.Faults.ShouldHaveSingleItem().Message.ShouldContain(name);
        report.Malformed.ShouldBe(0);
    }

    [Fact]
    public void Read_of_a_pipe_gives_a_record_of_two_bytes_at_once()
    {
        using var stream = new DecodedStream(new Pieces("{}\n", "PARENT\n"), leaveOpen: false);
        var buffer = new byte[16];

        stream.Read(buffer).ShouldBe(3);
        stream.Read(buffer).ShouldBe(7);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Read_utf16_with_its_mark_is_transcoded(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Input.Connections([.. encoding.GetPreamble(), .. encoding.GetBytes(Line + "\r\n" + Line)]).Length.ShouldBe(2);
    }

    [Fact]
    public void Read_line_of_megabytes_is_read_and_one_over_the_limit_is_malformed()
    {
        var report = new SourceReport();
        var big = Line.Replace("{", "{\"pad\":\"" + new string('x', 5 << 20) + "\",");
        Input.Connections([big, Line], report).Length.ShouldBe(2);
        Input.Connections([big, Line], report, s => new() { StandardInput = s, Limits = new() { MaxRecordBytes = 1 << 20 } }).Length.ShouldBe(1);
        report.MalformedSamples.ShouldHaveSingleItem().Position.Line.ShouldBe(1);
    }

    [Fact]
    public void Read_standard_input_is_left_open()
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(Line));
        _ = EventFiles.Read<NetworkConnection>("-", new() { StandardInput = stream }).Count();
        stream.CanRead.ShouldBeTrue();
    }

    private string[] Read(params string[] inputs) =>
        [.. Input.Positions(EventFiles.Read<NetworkConnection>(inputs)).Select(p => Path.GetRelativePath(_folder.Path, p.Source))];

    // As a pipe gives them: a piece at a time.
    private sealed class Pieces(params string[] pieces) : ReadOnlyStream
    {
        private int _next;

        public override int Read(Span<byte> buffer) => _next == pieces.Length ? 0 : Encoding.UTF8.GetBytes(pieces[_next++], buffer);
    }
}
