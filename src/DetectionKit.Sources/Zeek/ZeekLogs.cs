namespace DetectionKit.Sources.Zeek;

/// <summary>Tells Zeek's logs apart.</summary>
internal static class ZeekLogs
{
    /// <summary>The log of a path, as <c>#path</c> and <c>_path</c> have it; null where there is none. Logs of connections that are still open say nothing final, and are passed over.</summary>
    public static ZeekLog? Named(string path) => path switch
    {
        "" => null,
        "conn" => ZeekLog.Connections,
        "http" => ZeekLog.Http,
        "ssl" => ZeekLog.Tls,
        "dns" => ZeekLog.Dns,
        _ => ZeekLog.Other,
    };

    /// <summary>The log with such fields.</summary>
    public static ZeekLog Of(Func<int, bool> has)
    {
        if (has(ZeekField.State) || has(ZeekField.OriginBytes)) return ZeekLog.Connections;
        if (has(ZeekField.Query)) return ZeekLog.Dns;
        if (has(ZeekField.ServerName) || has(ZeekField.Cipher)) return ZeekLog.Tls;
        return has(ZeekField.Method) || has(ZeekField.Host) ? ZeekLog.Http : ZeekLog.Other;
    }
}
