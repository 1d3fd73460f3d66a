namespace DetectionKit;

internal sealed class LambdaDetection<TEvent, TAlert>(string id, Func<Events<TEvent>, DetectionQuery<TAlert>> query) : Detection<TEvent, TAlert, NoOptions>
{
    public override DetectionInfo Info { get; } = new() { Id = id, Title = id };

    public override DetectionQuery<TAlert> Define(Events<TEvent> events, NoOptions o) => query(events);
}
