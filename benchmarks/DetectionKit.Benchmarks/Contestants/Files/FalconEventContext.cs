using System.Text.Json.Serialization;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>The generated reader of <see cref="FalconEvent"/>; FDR writes numbers as texts.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FalconEvent))]
internal sealed partial class FalconEventContext : JsonSerializerContext;
