using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Zeek;

/// <summary>The fields of Zeek's logs that are read, by number.</summary>
internal static class ZeekField
{
    public const int Time = 0;
    public const int Origin = 1;
    public const int Responder = 2;
    public const int ResponderPort = 3;
    public const int Protocol = 4;
    public const int Duration = 5;
    public const int OriginBytes = 6;
    public const int ResponderBytes = 7;
    public const int State = 8;
    public const int Host = 9;
    public const int RequestBytes = 10;
    public const int ResponseBytes = 11;
    public const int Status = 12;
    public const int ServerName = 13;
    public const int Established = 14;
    public const int Path = 15;
    public const int Method = 16;
    public const int Cipher = 17;
    public const int Query = 18;
    public const int Count = 19;

    /// <summary>Their names, as Zeek writes them and as shippers that know no dots do.</summary>
    public static FieldScope Scope { get; } = new(
        ("ts", Time), ("id.orig_h", Origin), ("id_orig_h", Origin), ("id.resp_h", Responder), ("id_resp_h", Responder), ("id.resp_p", ResponderPort), ("id_resp_p", ResponderPort),
        ("proto", Protocol), ("duration", Duration), ("orig_bytes", OriginBytes), ("resp_bytes", ResponderBytes), ("conn_state", State),
        ("host", Host), ("request_body_len", RequestBytes), ("response_body_len", ResponseBytes), ("status_code", Status), ("method", Method),
        ("server_name", ServerName), ("established", Established), ("cipher", Cipher), ("query", Query), ("_path", Path), ("@stream", Path));
}
