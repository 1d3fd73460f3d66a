namespace DetectionKit;

/// <summary>Whoever runs the events of a case.</summary>
public interface ICaseEventReader
{
    /// <summary>Reads the events of one kind.</summary>
    void Read<TEvent>(IReadOnlyList<TEvent> events);
}
