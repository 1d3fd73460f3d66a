namespace DetectionKit.CodeFixes.Rules.UnknownTechnique;

/// <summary>Writes the id that is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownTechniqueFix))]
[Shared]
internal sealed class UnknownTechniqueFix : AttackIdFix
{
    protected override string Id => "DK1002";
}
