using System.Net;

namespace DetectionKit.Simulator;

/// <summary>An account signed in to the identity provider (Entra ID), or tried to.</summary>
public sealed class SimulatedSignIn : SimulatedEvent
{
    internal SimulatedSignIn()
    {
    }

    /// <summary>The account's user principal name.</summary>
    public required string User { get; init; }

    /// <summary>The application signed in to.</summary>
    public required string Application { get; init; }

    /// <summary>The address that it came from, as the provider sees it.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Why it failed, as Entra ID numbers reasons (50126: wrong password); 0 for a sign-in that succeeded.</summary>
    public required int ErrorCode { get; init; }
}
