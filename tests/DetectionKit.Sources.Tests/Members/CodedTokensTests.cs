using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Contracts;
using DetectionKit.Sources.Members;

namespace DetectionKit.Sources.Tests.Members;

public sealed class CodedTokensTests
{
    [Fact]
    public void TryGet_after_many_values_that_came_as_objects_finds_its_own()
    {
        var coded = new CodedTokens<string>(new ContractTokenReader<string>((JsonTypeInfo<string>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(string)), isPlain: true));
        for (var i = 0; i < 5_000; i++) coded.IndexOf(i.ToString(CultureInfo.InvariantCulture)).ShouldBe(i + 1);
        for (var i = 0; i < 5_000; i++) Index(coded, i).ShouldBe(5_001 + i);
        for (var i = 0; i < 5_000; i++) coded.Dictionary[Index(coded, i)].ShouldBe($"text {i}");
    }

    private static int Index(CodedTokens<string> coded, int number)
    {
        coded.TryGet(Encoding.UTF8.GetBytes($"\"text {number}\""), isEscaped: false, out var index).ShouldBeTrue();
        return index;
    }
}
