using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Tests.Columns;

public sealed class WrittenBytesTests
{
    [Fact]
    public void AreSame_tells_each_byte_of_each_length()
    {
        for (var length = 0; length < 150; length++)
        {
            // What stands around a value is no part of it.
            var bytes = Enumerable.Range(0, length + 2).Select(i => (byte)(i * 7)).ToArray();
            var other = bytes.ToArray();
            (other[0], other[^1]) = (255, 255);
            WrittenBytes.AreSame(bytes.AsSpan(1, length), other.AsSpan(1, length)).ShouldBeTrue($"length {length}");
            for (var place = 1; place <= length; place++)
            {
                other[place] ^= 0x80;
                WrittenBytes.AreSame(bytes.AsSpan(1, length), other.AsSpan(1, length)).ShouldBeFalse($"length {length}, byte {place}");
                other[place] ^= 0x80;
            }
        }
    }
}
