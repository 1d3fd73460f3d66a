namespace DetectionKit.Engine;

/// <summary>The evidence of a pane: when its last event was, and the first few of them, which lie in an <see cref="EvidenceStore"/>, the latest first.</summary>
internal struct EvidenceChain
{
    internal long Last;

    /// <summary>The latest of the events kept, counted from 1; 0 when there is none.</summary>
    internal int Head;

    internal int Count;
}
