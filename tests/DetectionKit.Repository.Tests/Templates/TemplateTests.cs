using System.Text.Json;
using System.Xml.Linq;

namespace DetectionKit.Repository.Tests.Templates;

/// <summary>The template of a rule is no project of the solution, so that nothing but this holds its versions to those of the repository.</summary>
public sealed class TemplateTests
{
    private static readonly string s_template = Path.Combine(Root, "src/DetectionKit.Templates/content/detection");

    private static string Root => Checkout.Root;

    [Fact]
    public void Packages_of_the_template_are_those_of_the_repository()
    {
        var own = XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
        var pinned = XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);
        var references = Directory.GetFiles(s_template, "*.csproj", SearchOption.AllDirectories).SelectMany(file => XDocument.Load(file).Descendants("PackageReference")).ToList();

        references.Count.ShouldBe(3);
        references.ShouldAllBe(reference => reference.Attribute("Version")!.Value == pinned.GetValueOrDefault(reference.Attribute("Include")!.Value, own));
    }

    [Fact]
    public void Stryker_of_the_template_is_that_of_the_repository() => Stryker(s_template).ShouldBe(Stryker(Root));

    [Fact]
    public void Sdk_of_the_template_is_that_of_the_repository() =>
        File.ReadAllText(Path.Combine(s_template, "global.json")).ShouldBe(File.ReadAllText(Path.Combine(Root, "global.json")));

    private static string Stryker(string folder) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ".config/dotnet-tools.json"))).RootElement.GetProperty("tools").GetProperty("dotnet-stryker").GetProperty("version").GetString()!;
}
