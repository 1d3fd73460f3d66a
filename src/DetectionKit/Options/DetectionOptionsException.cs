namespace DetectionKit;

/// <summary>The configuration or the values of a detection's options are wrong. Everything that is wrong is listed at once.</summary>
public sealed class DetectionOptionsException : Exception
{
    /// <summary>Makes the exception of <paramref name="errors"/>.</summary>
    /// <param name="errors">One message an error: which option, its value, what is expected.</param>
    public DetectionOptionsException(IEnumerable<string> errors)
        : this([.. errors])
    {
    }

    private DetectionOptionsException(string[] errors)
        : base(errors.Length == 1 ? errors[0] : $"{errors.Length} options are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}") =>
        Errors = Array.AsReadOnly(errors);

    /// <summary>One message an error.</summary>
    public IReadOnlyList<string> Errors { get; }
}
