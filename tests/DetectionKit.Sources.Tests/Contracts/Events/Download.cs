using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Contracts.Events;

// <snippet event>
public sealed record Download(DateTimeOffset Time, string User, string Site, long Bytes);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Download))]
internal sealed partial class DownloadContext : JsonSerializerContext;
// </snippet>
