using System.Xml.Linq;

namespace DetectionKit.Repository.Tests.Documentation;

public sealed class ChangelogTests
{
    [Fact]
    public void Changelog_has_the_current_version()
    {
        var version = XDocument.Load(Checkout.PathOf("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
        Checkout.Read("CHANGELOG.md").ShouldContain($"## [{version}]");
        Checkout.Read("samples/FromPackages/FromPackages.csproj").ShouldContain($"Version=\"{version}\"");
    }
}
