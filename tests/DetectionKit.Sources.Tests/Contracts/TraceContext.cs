using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Contracts;

[JsonSerializable(typeof(Trace))]
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
internal sealed partial class TraceContext : JsonSerializerContext;
