using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Members.Storage;

[JsonSerializable(typeof(KeptEvent))]
[JsonSerializable(typeof(KeptValue))]
[JsonSerializable(typeof(TrimmedEvent))]
internal sealed partial class KeptEventContext : JsonSerializerContext;
