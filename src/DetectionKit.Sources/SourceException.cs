namespace DetectionKit.Sources;

/// <summary>An input that can't be read at all: nothing there, not readable, or of no known format. The message names it and says what to do.</summary>
public sealed class SourceException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="input">The input as given.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause, when there is one.</param>
    public SourceException(string input, string message, Exception? inner = null)
        : base(message, inner) => Input = input;

    /// <summary>Whether the input is of a known format that has no events of the type asked for, so that others may have them.</summary>
    public bool LacksEvents { get; init; }

    /// <summary>The input as given.</summary>
    public string Input { get; }
}
