namespace DetectionKit.Analyzers.Attack;

/// <summary>What an [AttackTechnique] says, and where.</summary>
internal readonly record struct TechniqueUse(string? Technique, string? Tactic, Location Place)
{
    public static TechniqueUse Of(AttributeData attribute, Location place) =>
        new(attribute.ConstructorArguments is [{ Value: string id }] ? id : null, attribute.NamedArguments.FirstOrDefault(a => a.Key == "Tactic").Value.Value as string, place);

    /// <summary>What a fix needs to write another id in lieu of one.</summary>
    public static ImmutableDictionary<string, string?> Correction(string wrong, string right) => ImmutableDictionary<string, string?>.Empty.Add("wrong", wrong).Add("right", right);
}
