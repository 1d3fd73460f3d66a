using CsCheck;
using DetectionKit.Sources.Inputs;

namespace DetectionKit.Sources.Tests.Inputs;

public sealed class GzipStreamTests
{
    private static readonly Gen<byte[]> Content = Gen.OneOf(Gen.Byte.Array[1, 20_000], Gen.Byte[0, 3].Array[1, 60_000]);

    private static readonly Gen<byte[][]> Members = Content.Array[1, 4];

    [Fact]
    public void Read_members_are_their_contents() =>
        Gen.Select(Members, Gen.Int[0, 20], Gen.Int[1, 9000], Gen.Int[1, 9000]).Sample((members, zeros, most, buffer) =>
        {
            byte[] packed = [.. members.SelectMany(m => TempFolder.Gzip(m)), .. new byte[zeros]];
            return Inflate(packed, most, buffer).SequenceEqual(members.SelectMany(m => m));
        }, iter: 200);

    [Fact]
    public void Read_cut_off_anywhere_gives_what_there_is_and_an_error() =>
        Gen.Select(Members, Gen.Int[1, int.MaxValue], Gen.Int[1, 9000]).Sample((members, cut, most) =>
        {
            var last = TempFolder.Gzip(members[^1]);
            byte[] packed = [.. members[..^1].SelectMany(m => TempFolder.Gzip(m)), .. last.AsSpan(0, 1 + (cut % (last.Length - 1)))];
            var found = new List<byte>();
            var error = Should.Throw<InvalidDataException>(() => Inflate(packed, most, 1000, found));
            return error.Message.Contains("cut off") && members.SelectMany(m => m).Take(found.Count).SequenceEqual(found);
        }, iter: 200);

    [Fact]
    public void Read_header_with_every_optional_part_is_passed()
    {
        var plain = TempFolder.Gzip("content"u8);
        byte[] packed = [.. plain[..3], 2 | 4 | 8 | 16, .. plain[4..10], 3, 0, 9, 9, 9, .. "name\0comment\0"u8, 1, 2, .. plain[10..]];
        Inflate(packed, 7, 7).ShouldBe("content"u8.ToArray());
    }

    [Fact]
    public void Read_data_of_another_size_than_stated_is_an_error()
    {
        var packed = TempFolder.Gzip(new byte[1000]);
        packed[^4]++;
        Should.Throw<InvalidDataException>(() => Inflate(packed, 100, 100));
    }

    private static List<byte> Inflate(byte[] packed, int mostAtOnce, int buffer, List<byte>? found = null)
    {
        found ??= [];
        using var stream = new GzipStream(new DrippingStream(packed, mostAtOnce));
        var bytes = new byte[buffer];
        for (var read = stream.Read(bytes); read > 0; read = stream.Read(bytes)) found.AddRange(bytes.AsSpan(0, read));
        return found;
    }

    private sealed class DrippingStream(byte[] content, int mostAtOnce) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, mostAtOnce));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, mostAtOnce)]);
    }
}
