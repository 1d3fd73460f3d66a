namespace DetectionKit.Analyzers.Generation;

/// <summary>What is generated of a detection. Texts alone, so that a change elsewhere generates nothing anew.</summary>
/// <param name="Type">Its class, with global::.</param>
/// <param name="Json">Its entry in the catalogue.</param>
internal sealed record DetectionFacts(string Type, string Json);
