namespace DetectionKit.CodeFixes.Rules.RevokedTechnique;

/// <summary>Writes the id that is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RevokedTechniqueFix))]
[Shared]
internal sealed class RevokedTechniqueFix : AttackIdFix
{
    protected override string Id => "DK1003";
}
