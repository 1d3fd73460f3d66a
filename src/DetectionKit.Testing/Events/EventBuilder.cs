namespace DetectionKit.Testing.Events;

/// <summary>Begins events of a type: <c>EventBuilder.Of&lt;NetworkConnection&gt;().With(c => c.RemotePort, 443).Every(5.Minutes(), times: 12)</c>.</summary>
public static class EventBuilder
{
    /// <summary>Events of a type, each member with a value that stands for any: text is the member's name, a port 443, an address 203.0.113.9 (RFC 5737).</summary>
    /// <exception cref="NotSupportedException">The type can't be made from its members.</exception>
    public static EventBuilder<T> Of<T>()
    {
        _ = EventShape.Of(typeof(T)).Make(new Dictionary<string, object?>());
        return new([]);
    }
}
