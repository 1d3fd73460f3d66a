namespace DetectionKit.Analyzers.Attack;

/// <summary>What [AttackTechnique] says.</summary>
internal static class TechniqueAttributeValues
{
    public static (string? Technique, string? Tactic) Of(AttributeData attribute) =>
        (attribute.ConstructorArguments is [{ Value: string id }] ? id : null, attribute.NamedArguments.FirstOrDefault(a => a.Key == "Tactic").Value.Value as string);
}
