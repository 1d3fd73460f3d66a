namespace DetectionKit.Engine;

/// <summary>A fault of the engine or of a caller's handler, never to be taken for a fault of the event at hand.</summary>
internal sealed class EngineFaultException(string message, Exception inner) : Exception(message, inner);
