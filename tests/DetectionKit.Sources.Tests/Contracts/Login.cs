using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Contracts;

internal sealed record Login([property: JsonRequired] DateTimeOffset At, string? User);

[JsonSerializable(typeof(Login))]
internal sealed partial class LoginContext : JsonSerializerContext;
