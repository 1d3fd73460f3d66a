namespace DetectionKit.Repository.Tests.Files;

public sealed class SourceFilesTests
{
    private const int MostLines = 400;
    private static readonly string[] s_shipped = ["src", "simulator"];
    private static readonly HashSet<string> s_vague = new(StringComparer.OrdinalIgnoreCase) { "Utils", "Utilities", "Helpers", "Helper", "Common", "Misc", "Shared", "Infrastructure", "Extensions" };

    public static TheoryData<string> Folders() => ["src", "simulator", "tests", "samples"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void File_has_at_most_400_lines(string folder) =>
        Checkout.Files("*.cs", folder).Select(file => (file, Lines: File.ReadLines(Checkout.PathOf(file)).Count())).Where(file => file.Lines > MostLines).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_says_what_is_in_it(string folder) =>
        Checkout.Folders(folder).Concat(Checkout.Files("*.cs", folder).Select(file => file[..^3])).Where(path => s_vague.Contains(Path.GetFileName(path))).ShouldBeEmpty();

    [Fact]
    public void File_declares_one_public_type()
    {
        var many = from file in s_shipped.SelectMany(folder => Checkout.Files("*.cs", folder))
                   let types = TypeDeclaration.TopLevelOf(Checkout.Read(file)).Where(type => type.IsPublic).ToList()
                   where types.Count > 1
                   select $"{file}: {string.Join(", ", types.Select(type => type.FullName))}";
        many.ShouldBeEmpty();
    }

    [Fact]
    public void File_has_the_name_of_its_type()
    {
        var wrong = from file in s_shipped.SelectMany(folder => Checkout.Files("*.cs", folder))
                    let types = TypeDeclaration.TopLevelOf(Checkout.Read(file)).ToList()
                    let stem = Path.GetFileName(file).Split('.', '{')[0]
                    where types.Count > 0 && !types.Any(type => type.FullName.Split('.')[^1].Split('`')[0] == stem)
                    where !IsArityFile(stem, types)
                    select $"{file}: {string.Join(", ", types.Select(type => type.FullName))}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Namespace_is_the_folder_but_in_the_core()
    {
        var wrong = from file in s_shipped.SelectMany(folder => Checkout.Files("*.cs", folder))
                    let parts = file.Split('/')
                    where parts[1] != "DetectionKit"
                    let expected = string.Join('.', parts[1..^1])
                    let type = TypeDeclaration.TopLevelOf(Checkout.Read(file)).FirstOrDefault()
                    where type is not null && type.FullName[..Math.Max(0, type.FullName.LastIndexOf('.'))] is var space && space != expected && !IsOneConcept(space, parts)
                    select $"{file}: {type.FullName}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_disabled_or_left_for_later()
    {
        string[] marks = ["#pragma warning disable", "SuppressMessage", "TODO", "FIXME", "HACK", "NotImplementedException"];
        var wrong = from file in s_shipped.Append("samples").SelectMany(folder => Checkout.Files("*.cs", folder))
                    from mark in marks
                    where Checkout.Read(file).Contains(mark, StringComparison.Ordinal)
                    select $"{file}: {mark}";
        wrong.ShouldBeEmpty();
    }

    // The forms of one type by the number of its parameters go into files named for what tells them apart: DetectionOverOneSource, DetectionWithOptions.
    private static bool IsArityFile(string stem, List<TypeDeclaration> types)
    {
        var name = types[0].FullName.Split('.')[^1].Split('`')[0];
        return types.Count == 1 && types[0].FullName.Contains('`') && stem.StartsWith(name, StringComparison.Ordinal);
    }

    // A detection's folder holds one detection: its types are used together with those of the pack, in the pack's namespace.
    private static bool IsOneConcept(string space, string[] parts) => parts[1] == "DetectionKit.Detections" && space == parts[1];
}
