namespace DetectionKit.Testing.Harness;

/// <summary>A detection did not do what a test expects of it.</summary>
public sealed class DetectionTestException : Exception
{
    internal DetectionTestException(string message)
        : base(message)
    {
    }
}
