namespace DetectionKit.Repository.Tests;

/// <summary>The tests of files stand or fall with what is taken for a type.</summary>
public sealed class TypeDeclarationTests
{
    [Theory]
    [InlineData("public sealed class A(int x) : B", "N.A", true)]
    [InlineData("internal readonly record struct A<T, U>(T X, U Y);", "N.A`2", false)]
    [InlineData("public sealed record A(int X);", "N.A", true)]
    [InlineData("public enum A", "N.A", true)]
    [InlineData("public interface IA<out T>", "N.IA`1", true)]
    [InlineData("internal delegate void Code<TRow, TTarget>(Rows<TRow> rows, TTarget target);", "N.Code`2", false)]
    [InlineData("internal delegate IReadOnlyList<int> Code(int x);", "N.Code", false)]
    [InlineData("public static partial class A", "N.A", true)]
    public void TopLevelOf_declaration_names_it(string line, string name, bool isPublic) =>
        TypeDeclaration.TopLevelOf($"namespace N;\n\n{line}\n{{\n    public class Nested;\n}}\n").ShouldBe([new(name, isPublic)]);
}
