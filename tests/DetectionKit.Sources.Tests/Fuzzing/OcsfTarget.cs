using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Ocsf;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>OCSF's Network Activity as flows.</summary>
internal sealed class OcsfTarget : DocumentsTarget<NetworkFlow>
{
    /// <inheritdoc/>
    public override IEnumerable<byte[]> Seeds =>
    [
        """
        {"class_uid":4001,"activity_id":1,"time":1772438400000,"device":{"hostname":"H"},"dst_endpoint":{"ip":"203.0.113.9","port":443,"domain":"A.B."},"duration":5}
        {"class_uid":"4001","activity_id":5,"time":"2026-03-02T08:00:00Z","src_endpoint":{"ip":"10.0.0.1"},"actor":{"process":{"file":{"path":"C:\\a.exe"}}},"dst_endpoint":{"ip":"2001:db8::1","port":"80"},"connection_info":{"protocol_name":"TCP"},"traffic":{"bytes_out":1.5E3}}
        """u8.ToArray(),
        """
        {"class_uid":1007,"time":1}
        {"class_uid":4001.0,"time":1,"dst_endpoint":[{"ip":"203.0.113.9","port":1}],"device":"{\"name\":\"x\"}"}
        {"class_uid":4001,"time":1,"dst_endpoint":{"ip":"203.0.113.9","port":70000},"dst_endpoint.ip":"-"}
        """u8.ToArray(),
    ];

    /// <inheritdoc/>
    protected override IEventFormat Format => new OcsfFormat();
}
