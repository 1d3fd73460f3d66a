/// <summary>A name that a host looked up; one line of JSON an event.</summary>
public sealed record DnsQuery(DateTimeOffset Time, string Host, string Name);
