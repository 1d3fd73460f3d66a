namespace DetectionKit.Simulator.Population;

/// <summary>Whose address a destination has.</summary>
public enum DestinationKind
{
    /// <summary>A content delivery network.</summary>
    Cdn,

    /// <summary>A large vendor's or cloud's own network.</summary>
    Saas,

    /// <summary>A hosting provider that rents virtual private servers.</summary>
    Hosting,

    /// <summary>The organisation's own private network.</summary>
    Internal,

    /// <summary>An access provider's network for homes.</summary>
    Residential,
}
