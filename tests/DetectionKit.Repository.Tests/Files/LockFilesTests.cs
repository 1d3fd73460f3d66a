using System.Xml.Linq;

namespace DetectionKit.Repository.Tests.Files;

public sealed class LockFilesTests
{
    public static TheoryData<string> ProjectsOfTheSolution() => [.. AllProjects().Where(project => !IsOutside(project))];

    [Theory]
    [MemberData(nameof(ProjectsOfTheSolution))]
    public void Project_is_in_the_solution_and_has_a_lock_file(string project)
    {
        Checkout.Read("DetectionKit.sln").ShouldContain(project.Replace('/', '\\'));
        Checkout.Files("packages.lock.json", Path.GetDirectoryName(project)!).ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(ProjectsOfTheSolution))]
    public void Project_leaves_versions_to_the_central_file(string project) =>
        XDocument.Load(Checkout.PathOf(project)).Descendants("PackageReference").Where(reference => reference.Attribute("Version") is not null).ShouldBeEmpty();

    [Fact]
    public void Sample_from_packages_stands_outside_with_no_lock()
    {
        const string Folder = "samples/FromPackages";
        Checkout.Read("DetectionKit.sln").ShouldNotContain("FromPackages");
        Checkout.Files("packages.lock.json", Folder).ShouldBeEmpty();
        foreach (var stop in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "nuget.config" }) Checkout.Files(stop, Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Only_the_public_registry_is_named()
    {
        var addresses = from file in Checkout.Files("nuget.config")
                        from source in XDocument.Load(Checkout.PathOf(file)).Descendants("packageSources").Elements("add")
                        select source.Attribute("value")!.Value;
        addresses.Distinct().ShouldBeSubsetOf(["https://api.nuget.org/v3/index.json", "../../artifacts/packages"]);
    }

    private static IEnumerable<string> AllProjects() => Checkout.Files("*.csproj");

    private static bool IsOutside(string project) => project.StartsWith("samples/FromPackages/", StringComparison.Ordinal) || project.StartsWith("tests/packaged/", StringComparison.Ordinal);
}
