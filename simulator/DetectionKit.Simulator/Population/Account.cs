namespace DetectionKit.Simulator.Population;

/// <summary>An account that processes run as.</summary>
/// <param name="Name">Its name, as UserIdentity events give it.</param>
/// <param name="Sid">Its Windows security identifier; off Windows the one that the sensor makes from the user id.</param>
/// <param name="Uid">Its user id off Windows; null on Windows.</param>
public sealed record Account(string Name, string Sid, int? Uid = null);
