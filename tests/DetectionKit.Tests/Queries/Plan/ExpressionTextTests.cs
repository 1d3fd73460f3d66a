using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Tests.Queries.Plan;

/// <summary>Plans, explanations and diffs quote a rule as its author wrote it.</summary>
public sealed class ExpressionTextTests
{
    [Fact]
    public void Of_operators_prints_them_with_the_parentheses_that_they_need()
    {
        Text((x, _) => x.A + (x.B * x.C)).ShouldBe("x.A + x.B * x.C");
        Text((x, _) => (x.A + x.B) * x.C).ShouldBe("(x.A + x.B) * x.C");
        Text((x, _) => x.A - (x.B - x.C)).ShouldBe("x.A - (x.B - x.C)");
        Text((x, _) => x.A - x.B - x.C).ShouldBe("x.A - x.B - x.C");
        Text((x, _) => x.A * x.B * x.C).ShouldBe("x.A * x.B * x.C");
        Text((x, _) => x.A * (x.B / x.C)).ShouldBe("x.A * (x.B / x.C)");
        Text((x, _) => x.A / (x.B % x.C)).ShouldBe("x.A / (x.B % x.C)");
        Text((x, _) => (x.A & x.B) | (x.B ^ x.C)).ShouldBe("(x.A & x.B) | (x.B ^ x.C)");
        Text((x, _) => (x.A << 2) + (x.B >> 1)).ShouldBe("(x.A << 2) + (x.B >> 1)");
        Text((x, _) => -(x.A + 1)).ShouldBe("-(x.A + 1)");
        Text((x, _) => checked(x.A + x.B - (x.C * -x.A))).ShouldBe("(x.A + x.B) - x.C * -x.A");
    }

    [Fact]
    public void Of_conditions_prints_comparisons_and_logic()
    {
        Text((x, _) => x.A > 1 && x.B < 2 && (x.C >= 3 || x.A <= 4)).ShouldBe("x.A > 1 && x.B < 2 && (x.C >= 3 || x.A <= 4)");
        Text((x, _) => x.A == 1 || x.B != 2).ShouldBe("x.A == 1 || x.B != 2");
        Text((x, _) => !(x.A == 1)).ShouldBe("!(x.A == 1)");
        Text((x, _) => x.IsSet ? x.A : x.A > 1 ? x.B : x.C).ShouldBe("x.IsSet ? x.A : (x.A > 1) ? x.B : x.C");
        Text((x, _) => x.Name ?? "none").ShouldBe("x.Name ?? \"none\"");
        Text((x, _) => (x.Name ?? x.Other) == "a").ShouldBe("(x.Name ?? x.Other) == \"a\"");
        Text((x, _) => x.Any is string).ShouldBe("x.Any is String");
        Text((x, _) => !(x.Any is List<int>)).ShouldBe("!(x.Any is List<Int32>)");
    }

    [Fact]
    public void Of_constants_prints_them_as_they_are_written()
    {
        Text((x, _) => x.Name == "a\\b\"c").ShouldBe("""x.Name == "a\\b\"c" """.TrimEnd());
        Text((x, _) => x.Name == null).ShouldBe("x.Name == null");
        Text((x, _) => x.IsSet == true).ShouldBe("x.IsSet == true");
        Text((x, _) => x.IsSet == false).ShouldBe("x.IsSet == false");
        Text((x, _) => x.Day == DayOfWeek.Friday).ShouldBe("x.Day == DayOfWeek.Friday");
        Text((x, _) => x.Perhaps == DayOfWeek.Monday).ShouldBe("x.Perhaps == DayOfWeek.Monday");
        Text((x, _) => Equals(DayOfWeek.Friday, x.Any)).ShouldBe("Object.Equals(DayOfWeek.Friday, x.Any)");
        Text((x, _) => x.Real > 1.5).ShouldBe("x.Real > 1.5");
    }

    [Fact]
    public void Of_members_and_calls_prints_what_they_are_asked_of()
    {
        Text((x, _) => x.Items[x.A]).ShouldBe("x.Items[x.A]");
        Text((x, _) => x.Items.Length).ShouldBe("x.Items.Length");
        Text((x, _) => x.List[2]).ShouldBe("x.List[2]");
        Text((x, _) => string.Empty + x.Name).ShouldBe("String.Empty + x.Name");
        Text((x, _) => x.Name!.StartsWith("a", StringComparison.Ordinal)).ShouldBe("x.Name.StartsWith(\"a\", StringComparison.Ordinal)");
        Text((x, _) => x.List.Any(i => i > x.A)).ShouldBe("x.List.Any(i => i > x.A)");
        Text((x, _) => x.List.Select((i, at) => i + at)).ShouldBe("x.List.Select((i, at) => i + at)");
        Text((x, _) => Math.Max(x.A, x.B)).ShouldBe("Math.Max(x.A, x.B)");
        Text((x, _) => (x.A + x.B).ToString()).ShouldBe("(x.A + x.B).ToString()");
        Text((x, y) => x.A + y.A).ShouldBe("x.A + y.A");
    }

    [Fact]
    public void Of_conversions_prints_only_those_that_lose_or_change_something()
    {
        Text((x, _) => x.A + x.Real).ShouldBe("x.A + x.Real");
        Text((x, _) => (int)x.Real).ShouldBe("x.Real", "numbers are told apart by what they are compared with");
        Text((x, _) => (string)x.Any!).ShouldBe("(String)x.Any");
        Text((x, _) => (DateTimeOffset)x.When).ShouldBe("(DateTimeOffset)x.When");
    }

    [Fact]
    public void Of_new_values_prints_types_and_names()
    {
        Text((x, _) => new { x.A, Sum = x.A + x.B, C = x.C }).ShouldBe("new { x.A, Sum = x.A + x.B, x.C }");
        Text((x, y) => new { x, Y = y }).ShouldBe("new { x, Y = y }");
        Text((x, _) => new Version(x.A, x.B)).ShouldBe("new Version(x.A, x.B)");
        Text((x, _) => new List<int>(x.A)).ShouldBe("new List<Int32>(x.A)");
        Text((x, _) => new[] { x.A, 1 }).ShouldBe("new[] {x.A, 1}");
    }

    private static string Text<T>(Expression<Func<Row, Row, T>> e) => ExpressionText.Of(e);

    private sealed record Row(int A, int B, int C, bool IsSet, string? Name, string? Other, DayOfWeek Day, DayOfWeek? Perhaps, double Real, object? Any, int[] Items, List<int> List, DateTime When);
}
