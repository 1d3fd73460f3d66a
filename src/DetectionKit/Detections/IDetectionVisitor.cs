namespace DetectionKit;

/// <summary>Receives a detection with its types.</summary>
public interface IDetectionVisitor<out TResult>
{
    /// <summary>The detection.</summary>
    TResult Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
        where TOptions : class, new();
}
