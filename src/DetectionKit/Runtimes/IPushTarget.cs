namespace DetectionKit;

/// <summary>A run that events of several types are pushed into.</summary>
internal interface IPushTarget
{
    void Push<T>(T e);

    void Complete<T>();
}
