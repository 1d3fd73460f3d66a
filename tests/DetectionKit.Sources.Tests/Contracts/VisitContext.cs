using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Contracts;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Visit))]
internal sealed partial class VisitContext : JsonSerializerContext;
