using System.Reflection;
using DetectionKit.Detections;
using DetectionKit.Repository.Tests.Documentation;

namespace DetectionKit.Repository.Tests.Catalogue;

/// <summary>What every detection of the pack owes its reader.</summary>
public sealed class DetectionsTests
{
    public static TheoryData<string> Detections() => [.. Types().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Detections))]
    public void Detection_says_what_it_is(string type)
    {
        var info = New(type).Info;
        info.Id.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
        info.Version.ShouldBeGreaterThanOrEqualTo(1);
        info.Title.ShouldNotBeNullOrWhiteSpace();
        info.Title.ShouldNotBe(info.Id);
        info.Description.ShouldNotBeNullOrWhiteSpace();
        info.Severity.ShouldNotBe(Severity.Unknown);
        info.Confidence.ShouldNotBe(Confidence.Unknown);
        info.FalsePositives.ShouldNotBeEmpty();
        info.BlindSpots.ShouldNotBeEmpty();
        info.References.ShouldNotBeEmpty();
        info.References.ShouldAllBe(reference => reference.StartsWith("https://", StringComparison.Ordinal));
        info.Techniques.ShouldNotBeEmpty();
        foreach (var technique in info.Techniques)
        {
            technique.Id.ShouldMatch(@"^T\d{4}(\.\d{3})?$");
            technique.Tactic.ShouldNotBeNull().ShouldMatch(@"^TA\d{4}$");
            technique.Name.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [MemberData(nameof(Detections))]
    public void Detection_has_a_plan_that_builds(string type) => New(type).Plan.Stages.ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Detections))]
    public void Detection_has_a_page_with_its_options_tiers_and_blind_spots(string type)
    {
        var detection = New(type);
        var page = $"docs/detections/{detection.Info.Id}.md";
        File.Exists(Checkout.PathOf(page)).ShouldBeTrue(page);
        var text = Checkout.Read(page);
        text.ShouldContain(detection.Info.Id);
        foreach (var technique in detection.Info.Techniques) text.ShouldContain(technique.Id);
        foreach (var option in detection.OptionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)) text.ShouldContain($"| `{option.Name}` |");
        foreach (var label in LabelsOf(detection)) text.ShouldContain(label);
        var anchors = new MarkdownFile(page).Anchors.ToList();
        foreach (var section in new[] { "options", "blind-spots", "false-positives", "tuning" }) anchors.ShouldContain(section);
    }

    [Theory]
    [MemberData(nameof(Detections))]
    public void Detection_has_a_folder_and_tests_of_its_name(string type)
    {
        var name = New(type).GetType().Name;
        Checkout.Files($"{name}.cs", $"src/DetectionKit.Detections/{name}").ShouldHaveSingleItem();
        Checkout.Files($"{name}*Tests.cs", "tests/DetectionKit.Detections.Tests").ShouldNotBeEmpty();
    }

    [Fact]
    public void Ids_are_different() => Types().Select(type => New(type.FullName!).Info.Id).ShouldBeUnique();

    private static IEnumerable<Type> Types() => typeof(VpsBeaconing).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Detection)) && !type.IsAbstract);

    private static Detection New(string type) => (Detection)Activator.CreateInstance(typeof(VpsBeaconing).Assembly.GetType(type, throwOnError: true)!)!;

    private static IEnumerable<string> LabelsOf(Detection detection) =>
        detection.AlertType.GetProperties().Select(property => property.PropertyType).Where(type => type.IsEnum).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(tier => tier.GetCustomAttribute<TierLabelAttribute>()?.Label).OfType<string>();
}
