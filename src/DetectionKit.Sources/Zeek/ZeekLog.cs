namespace DetectionKit.Sources.Zeek;

/// <summary>Which of Zeek's logs a record is of.</summary>
internal enum ZeekLog
{
    /// <summary>One that is not read.</summary>
    Other,

    /// <summary>conn.log.</summary>
    Connections,

    /// <summary>http.log.</summary>
    Http,

    /// <summary>ssl.log.</summary>
    Tls,

    /// <summary>dns.log.</summary>
    Dns,
}
