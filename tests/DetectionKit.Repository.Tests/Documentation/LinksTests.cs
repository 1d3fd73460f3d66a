namespace DetectionKit.Repository.Tests.Documentation;

public sealed class LinksTests
{
    [Fact]
    public void Link_within_the_repository_resolves()
    {
        var broken = from file in MarkdownFile.All
                     from link in file.Links
                     where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)
                     where !Resolves(file, link)
                     select $"{file.Path}: {link}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Page_of_the_documentation_is_linked_from_another()
    {
        var linked = (from file in MarkdownFile.All
                      from link in file.Links
                      where !link.Contains("://", StringComparison.Ordinal)
                      select TargetOf(file, link)).ToHashSet();
        Checkout.Files("*.md", "docs").Where(page => !linked.Contains(page)).ShouldBeEmpty("nobody finds a page that no other names");
    }

    private static bool Resolves(MarkdownFile file, string link)
    {
        var target = TargetOf(file, link);
        var anchor = link.Split('#') is [_, var name] ? name : null;
        var path = Checkout.PathOf(target);
        if (anchor is null) return File.Exists(path) || Directory.Exists(path);
        return File.Exists(path) && new MarkdownFile(target).Anchors.Contains(anchor);
    }

    private static string TargetOf(MarkdownFile file, string link)
    {
        var path = link.Split('#')[0];
        return path.Length == 0 ? file.Path : Checkout.Relative(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Checkout.PathOf(file.Path))!, path)));
    }
}
