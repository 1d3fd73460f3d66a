namespace DetectionKit.CodeFixes.Editing;

/// <summary>What all fixes share: one rule, one change of one document, all places of a project at once.</summary>
internal abstract class RuleFix : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [Id];

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
            if (model is null || Fix(root, node, diagnostic, model) is not { } change) continue;
            context.RegisterCodeFix(Microsoft.CodeAnalysis.CodeActions.CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(change)), equivalenceKey: Id), diagnostic);
        }
    }

    /// <summary>The rule.</summary>
    protected abstract string Id { get; }

    /// <summary>What is offered.</summary>
    protected abstract string Title { get; }

    /// <summary>The document as it is then; null where there is nothing to offer.</summary>
    protected abstract SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model);

    /// <summary>An expression from text.</summary>
    protected static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);
}
