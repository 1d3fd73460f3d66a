namespace DetectionKit.Simulator;

/// <summary>How fast simulated events come, against the time that passes between them.</summary>
public sealed record Pace
{
    private Pace(double speed) => Speed = speed;

    /// <summary>As fast as they are taken.</summary>
    public static Pace Unlimited { get; } = new(double.PositiveInfinity);

    /// <summary>As they would happen: an hour's events take an hour.</summary>
    public static Pace RealTime { get; } = new(1);

    /// <summary>How many simulated seconds pass in one.</summary>
    public double Speed { get; }

    /// <summary>Faster than they would happen, or slower.</summary>
    /// <param name="speed">How many simulated seconds pass in one, above zero: 60 for an hour in a minute.</param>
    /// <returns>The pace.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not above zero.</exception>
    public static Pace Times(double speed) => speed > 0 ? new(speed) : throw new ArgumentOutOfRangeException(nameof(speed), speed, "A speed is above zero.");
}
