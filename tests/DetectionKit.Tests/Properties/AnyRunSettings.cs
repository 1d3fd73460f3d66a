using CsCheck;

namespace DetectionKit.Tests.Properties;

/// <summary>Settings of runs at close, for properties that hold under all of them.</summary>
internal static class AnyRunSettings
{
    internal static Gen<RunSettings> Of(Gen<Disorder> disorder, Gen<int> batchSize, Gen<int> farFutureHours) => Gen.Select(
        disorder, Gen.OneOf(0, 0, 7, 60), batchSize, farFutureHours, Gen.OneOf(0, 1, 3), (order, lateness, batch, farFuture, evidence) => new RunSettings
        {
            Disorder = order,
            AllowedLateness = TimeSpan.FromMinutes(lateness),
            BatchSize = batch,
            FarFutureLimit = TimeSpan.FromHours(farFuture),
            EvidenceEvents = evidence,
        });
}
