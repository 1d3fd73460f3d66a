using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Contracts.Columns;

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Visit))]
internal sealed partial class VisitContext : JsonSerializerContext;
