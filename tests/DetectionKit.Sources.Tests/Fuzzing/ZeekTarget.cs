namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Zeek's connections, as TSV and as JSON.</summary>
internal sealed class ZeekTarget() : ConnectionsTarget("zeek")
{
    /// <inheritdoc/>
    protected override IEnumerable<byte[]> Files { get; } =
    [
        "#separator \\x09\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.resp_h\tid.resp_p\tconn_state\n1517336042.09\tC1\t10.0.0.1\t203.0.113.5\t80\tS0\n1517336043\tC2\t10.0.0.2\t2001:db8::1\t443\tSF\n"u8.ToArray(),
        """
        {"ts":1.5,"id.orig_h":"10.0.0.1","id.resp_h":"203.0.113.5","id.resp_p":443,"conn_state":"SF"}
        {"_path":"conn","ts":"2024-03-01T00:00:00Z","id.orig_h":"10.0.0.2","id.resp_h":"203.0\u002e113.5","id.resp_p":"80"}
        """u8.ToArray(),
    ];
}
