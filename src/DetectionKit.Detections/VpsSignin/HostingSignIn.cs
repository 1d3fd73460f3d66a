using System.Net;

namespace DetectionKit.Detections;

/// <summary>What an alert of <see cref="VpsSignin"/> says.</summary>
/// <param name="Kind">Why it is told of.</param>
/// <param name="User">The account; null of a spray, which is over many.</param>
/// <param name="RemoteAddress">Where it came from.</param>
/// <param name="IsSuccess">Whether it, or one of a spray, succeeded.</param>
/// <param name="Users">How many accounts: 1, or those of a spray.</param>
/// <param name="Kilometres">How far the account's last good sign-in is from here, of an impossible travel; else null.</param>
/// <param name="Risk">What came of it.</param>
/// <param name="Hosting">Who rents the server out, and as of when that is known; null where nobody is known to.</param>
public sealed record HostingSignIn(SignInKind Kind, string? User, IPAddress RemoteAddress, bool IsSuccess, int Users, double? Kilometres, SignInRisk Risk, string? Hosting = null);
