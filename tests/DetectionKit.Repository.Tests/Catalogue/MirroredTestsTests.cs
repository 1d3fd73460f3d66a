using System.Reflection;

namespace DetectionKit.Repository.Tests.Catalogue;

/// <summary>Every aggregate and every kind of window that ships has tests where its name says.</summary>
public sealed class MirroredTestsTests
{
    public static TheoryData<string> Folders() =>
        [.. new[] { "Aggregates", "Windows" }.SelectMany(concept => Checkout.Folders($"src/DetectionKit/{concept}")).Select(folder => folder["src/DetectionKit/".Length..])];

    public static TheoryData<string> Words() =>
        [.. typeof(Detection).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(method => method.IsDefined(typeof(AggregateAttribute)) || method.ReturnType == typeof(WindowSpec)).Select(method => method.Name).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_is_mirrored_in_the_tests(string folder)
    {
        var concept = folder.Split('/')[0];
        var tests = Checkout.Files("*Tests.cs", "tests/DetectionKit.Tests").Where(file => file.Contains($"/{concept}/", StringComparison.Ordinal)).ToList();
        var name = folder.Split('/')[^1];
        tests.Where(file => file.Contains($"/{name}/", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Word_is_used_by_a_test(string word) =>
        Checkout.Files("*.cs", "tests/DetectionKit.Tests").Where(file => Checkout.Read(file).Contains($".{word}(", StringComparison.Ordinal)).ShouldNotBeEmpty();
}
