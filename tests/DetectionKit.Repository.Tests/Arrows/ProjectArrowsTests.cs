using System.Reflection;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace DetectionKit.Repository.Tests.Arrows;

/// <summary>Which projects may know of which. Detections and simulator know nothing of each other, so that no rule leaks into the data that judges it.</summary>
public sealed class ProjectArrowsTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["DetectionKit.Analyzers"] = [],
        ["DetectionKit.CodeFixes"] = ["DetectionKit.Analyzers"],
        // Packed into it, and not compiled against.
        ["DetectionKit"] = ["DetectionKit.CodeFixes"],
        ["DetectionKit.Networks"] = ["DetectionKit"],
        ["DetectionKit.Detections"] = ["DetectionKit", "DetectionKit.Analyzers", "DetectionKit.Networks"],
        ["DetectionKit.Sources"] = ["DetectionKit"],
        ["DetectionKit.Simulator"] = ["DetectionKit"],
        ["DetectionKit.Testing"] = ["DetectionKit"],
        // Packed with it, and not compiled against.
        ["DetectionKit.Templates"] = ["DetectionKit", "DetectionKit.Testing"],
        ["DetectionKit.Tuning"] = ["DetectionKit"],
        ["DetectionKit.CommandLine"] = ["DetectionKit", "DetectionKit.Simulator", "DetectionKit.Sources", "DetectionKit.Testing", "DetectionKit.Tuning"],
        ["DetectionKit.Cli"] = ["DetectionKit.CommandLine", "DetectionKit.Detections"],
    };

    public static TheoryData<string> Projects() => [.. Checkout.Files("*.csproj", "src").Concat(Checkout.Files("*.csproj", "simulator"))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_only_what_it_may(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        s_allowed.ShouldContainKey(name, $"{name} is new: say here what it may reference.");
        var references = XDocument.Load(Checkout.PathOf(project)).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
        references.ShouldBeSubsetOf(s_allowed[name]);
    }

    [Theory]
    [InlineData("DetectionKit", "DetectionKit.Sources", "DetectionKit.Detections", "DetectionKit.Simulator", "DetectionKit.CommandLine")]
    [InlineData("DetectionKit.Detections", "DetectionKit.Sources", "DetectionKit.Simulator", "DetectionKit.CommandLine")]
    [InlineData("DetectionKit.Networks", "DetectionKit.Sources", "DetectionKit.Detections", "DetectionKit.Simulator", "DetectionKit.CommandLine")]
    [InlineData("DetectionKit.Sources", "DetectionKit.Detections", "DetectionKit.Simulator", "DetectionKit.CommandLine")]
    [InlineData("DetectionKit.Simulator", "DetectionKit.Detections", "DetectionKit.Sources", "DetectionKit.CommandLine")]
    [InlineData("DetectionKit.Tuning", "DetectionKit.Detections", "DetectionKit.Sources", "DetectionKit.Simulator", "DetectionKit.CommandLine")]
    [InlineData("DetectionKit.CommandLine", "DetectionKit.Detections")]
    public void Code_uses_nothing_of_a_project_that_it_may_not_see(string assembly, params string[] unseen)
    {
        var types = Types.InAssembly(Assembly.Load(assembly)).ShouldNot().HaveDependencyOnAny(unseen).GetResult();
        types.FailingTypeNames.ShouldBeNull(customMessage: string.Join(", ", types.FailingTypeNames ?? []));
    }
}
