using System.Text.Json.Serialization;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>The contract of <see cref="OwnConnection"/>.</summary>
[JsonSerializable(typeof(OwnConnection))]
internal sealed partial class OwnConnectionContext : JsonSerializerContext;
