using System.Text;

namespace DetectionKit.Tuning.Tests.Reporting;

/// <summary>Texts that a person has read and kept, in <c>Reporting/Approved</c>.</summary>
internal static class ApprovedText
{
    internal static void ShouldBeApproved(this string text, string file)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Reporting", "Approved");
        var path = Path.Combine(folder, file);
        var approved = File.Exists(path) ? File.ReadAllText(path, Encoding.UTF8) : "";
        if (approved == text) return;

        var received = path + ".received";
        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        var line = text.Split('\n').Zip(approved.Split('\n')).TakeWhile(lines => lines.First == lines.Second).Count();
        Assert.Fail($"{file} differs from what was approved, first in line {line + 1}:\n  approved: {Line(approved, line)}\n  now:      {Line(text, line)}\nIf this is meant: cp {received} tests/DetectionKit.Tuning.Tests/Reporting/Approved/{file}");
    }

    private static string Line(string text, int line) => text.Split('\n').ElementAtOrDefault(line) ?? "(no such line)";
}
