using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Events;

public sealed class ImageNamesTests
{
    // A small alphabet, with letters that differ in case within and beyond ASCII, makes suffixes meet often. K is the Kelvin sign, ſ the long s.
    private static readonly Gen<string> s_name = Gen.OneOf('a', 'A', 'k', '\u212a', 'S', '\u017f', 'é', 'É', '.').Array[1, 3].Select(c => new string(c));
    private static readonly Gen<string> s_path =
        Gen.OneOf('a', 'A', 'K', '\u212a', 's', '\u017f', 'é', 'É', '.', '\\', '/').Array[0, 6].Select(c => new string(c));

    [Fact]
    public void Matches_the_end_of_a_path_ignoring_case() =>
        Gen.Select(s_name.Array[0, 4], s_path).Sample((names, path) =>
            ImageNames.FromItems(names).Matches(path) == names.Any(n => path.EndsWith(n, StringComparison.OrdinalIgnoreCase)), iter: Iterations.Of(10_000));

    [Fact]
    public void Matches_whole_file_names_only_when_asked() =>
        Gen.Select(s_name.Array[0, 4], s_path).Sample((names, path) =>
            ImageNames.FromItems(names).Matches(path, wholeFileName: true)
            == names.Any(n => string.Equals(path[(path.LastIndexOfAny(['\\', '/']) + 1)..], n, StringComparison.OrdinalIgnoreCase)), iter: Iterations.Of(10_000));

    [Fact]
    public void Find_gives_the_first_name_that_matches() =>
        Gen.Select(s_name.Array[0, 4], s_path).Sample((names, path) =>
            ImageNames.FromItems(names).Find(path) == names.FirstOrDefault(n => path.EndsWith(n, StringComparison.OrdinalIgnoreCase)), iter: Iterations.Of(10_000));

    [Theory]
    [InlineData(@"C:\Program Files\WindowsApps\ms-teams.exe", true, false)]
    [InlineData(@"C:\Users\Public\evilteams.exe", true, false)]
    [InlineData(@"\Device\HarddiskVolume3\Apps\TEAMS.EXE", true, true)]
    [InlineData("teams.exe", true, true)]
    [InlineData("/opt/teams.exe", true, true)]
    [InlineData(@"C:\teams.exe\other.exe", false, false)]
    [InlineData("eams.exe", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void A_suffix_needs_no_separator_before_it(string? path, bool suffix, bool whole)
    {
        ImageNames names = ["chrome.exe", "teams.exe"];
        names.Matches(path).ShouldBe(suffix);
        names.Matches(path, wholeFileName: false).ShouldBe(suffix);
        names.Matches(path, wholeFileName: true).ShouldBe(whole);
        names.Find(path, wholeFileName: true).ShouldBe(whole ? "teams.exe" : null);
    }

    [Fact]
    public void A_name_with_its_folder_is_whole_from_a_separator_on()
    {
        ImageNames names = [@"\Teams\teams.exe"];
        names.Matches(@"C:\Apps\Teams\teams.exe", wholeFileName: true).ShouldBeTrue();
        names.Matches(@"C:\Apps\MyTeams\teams.exe", wholeFileName: true).ShouldBeFalse();
    }

    [Fact]
    public void Lists_are_equal_ignoring_case_order_and_repeats()
    {
        ImageNames.Of("a.exe", "B.exe").ShouldBe(ImageNames.Of("b.EXE", "A.exe", "a.exe"));
        ImageNames.Of("a.exe", "B.exe").GetHashCode().ShouldBe(ImageNames.Of("b.EXE", "A.exe").GetHashCode());
        ImageNames.Of("a.exe").ShouldNotBe(ImageNames.Of("a.exe", "b.exe"));
        ImageNames.Of("a.exe", "B.exe").CanonicalItems.ShouldBe(["A.EXE", "B.EXE"]);
    }

    [Fact]
    public void An_empty_name_is_refused() =>
        Should.Throw<FormatException>(() => ImageNames.Of("a.exe", " ")).Message.ShouldStartWith("Image name 2 of 2 is empty");

    [Fact]
    public void Empty_matches_nothing()
    {
        ImageNames.Empty.Matches("a.exe").ShouldBeFalse();
        ImageNames.Empty.ShouldBe(ImageNames.Of());
    }

    [Fact]
    public void ToString_lists_short_and_counts_long()
    {
        ImageNames.Of("teams.exe", "chrome.exe").ToString().ShouldBe("[teams.exe, chrome.exe]");
        ImageNames.FromItems(Enumerable.Range(0, 17).Select(i => $"name{i}.exe")).ToString().ShouldBe("[17 image names]");
    }
}
