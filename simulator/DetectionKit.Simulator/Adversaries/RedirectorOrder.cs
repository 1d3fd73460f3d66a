namespace DetectionKit.Simulator.Adversaries;

/// <summary>Which of several addresses an implant calls next.</summary>
public enum RedirectorOrder
{
    /// <summary>One after another, and from the first again.</summary>
    RoundRobin,

    /// <summary>Any, each as likely as another.</summary>
    Random,

    /// <summary>One for a time, then the next under a new name, which is looked up first.</summary>
    Rotation,
}
