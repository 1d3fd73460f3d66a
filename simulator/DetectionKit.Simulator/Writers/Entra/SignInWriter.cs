using System.Globalization;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Entra;

/// <summary>Entra ID's sign-ins, one JSON object a line, with the fields of Microsoft Graph's signIn resource (v1.0). What the simulation does not know, such as the place of an address, is null, as Graph has it.</summary>
internal sealed class SignInWriter : ITelemetryWriter
{
    public void WriteHost(LineBuffer buffer, Host host)
    {
        // Sign-ins have no rows about hosts.
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        if (simulated is not SimulatedSignIn signIn) return;
        var host = signIn.Process.Host;
        buffer.Raw("{\"id\":\""u8).Ascii(new Guid(host.Index, 0x5167, 0x6e49, BitConverter.GetBytes(signIn.Process.Id ^ (ulong)signIn.Occurred.UtcTicks)).ToString());
        buffer.Raw("\",\"createdDateTime\":\""u8).Ascii(signIn.Occurred.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Raw("\""u8);
        buffer.Text("userPrincipalName", signIn.User).Text("userDisplayName", signIn.User.Split('@')[0]).Text("appDisplayName", signIn.Application);
        buffer.Raw(",\"ipAddress\":\""u8).Ascii(signIn.Address.ToString()).Raw("\""u8).Text("clientAppUsed", "Mobile Apps and Desktop clients").Text("conditionalAccessStatus", "notApplied");
        buffer.Raw(",\"isInteractive\":true,\"status\":{\"errorCode\":"u8).Number((ulong)signIn.ErrorCode).Raw(",\"failureReason\":"u8);
        buffer.Raw(signIn.ErrorCode == 0 ? "\"Other.\""u8 : signIn.ErrorCode == 50126 ? "\"Invalid username or password.\""u8 : "null"u8);
        buffer.Raw("},\"location\":{\"city\":null,\"state\":null,\"countryOrRegion\":null},\"deviceDetail\":{\"operatingSystem\":\""u8).Raw(host.IsWindows ? "Windows10"u8 : "Linux"u8).Raw("\",\"displayName\":\""u8).Ascii(host.Name).Raw("\"}}\n"u8);
    }
}
