namespace DetectionKit;

/// <summary>A caller's handler threw: never to be taken for a fault of the event at hand.</summary>
internal sealed class ReportHandlerException(string message, Exception inner) : Exception(message, inner);
