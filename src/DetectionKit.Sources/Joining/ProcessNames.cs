namespace DetectionKit.Sources.Joining;

/// <summary>What few starts of processes say of their host and user: a row is the smaller without.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="User">The user's name.</param>
/// <param name="UserId">The user's number off Windows.</param>
internal sealed record ProcessNames(string? Host, string? User, string? UserId)
{
    /// <summary>What an event says; null where it says nothing of these.</summary>
    public static ProcessNames? Of(string? host, string? user, string? userId) => host is null && user is null && userId is null ? null : new(host, user, userId);
}
