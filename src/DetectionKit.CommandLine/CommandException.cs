namespace DetectionKit.CommandLine;

/// <summary>A command can't do what is asked. The message says what, where and what to do.</summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
