namespace DetectionKit.CodeFixes.Rules.TacticMismatch;

/// <summary>Writes the id that is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TacticMismatchFix))]
[Shared]
internal sealed class TacticMismatchFix : AttackIdFix
{
    protected override string Id => "DK1007";
}
