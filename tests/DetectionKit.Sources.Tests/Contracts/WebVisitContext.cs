using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>A contract as web services have it: names in any case, numbers as texts, too.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(Visit))]
internal sealed partial class WebVisitContext : JsonSerializerContext;
