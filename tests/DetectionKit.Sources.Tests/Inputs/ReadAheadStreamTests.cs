using CsCheck;
using DetectionKit.Sources.Inputs;

namespace DetectionKit.Sources.Tests.Inputs;

public sealed class ReadAheadStreamTests
{
    [Fact]
    public void Read_gives_the_bytes_of_the_stream_and_then_what_it_throws() =>
        Gen.Select(Gen.Int[0, 2_000_000], Gen.Int[1, 700_000], Gen.Int[1, 700_000], Gen.Bool).Sample((size, most, buffer, fails) =>
        {
            var content = new byte[size];
            new Random(size).NextBytes(content);
            using var stream = new ReadAheadStream(new Source(content, most, fails));
            var (found, bytes, failed) = (new MemoryStream(), new byte[buffer], false);
            try
            {
                for (var read = stream.Read(bytes); read > 0; read = stream.Read(bytes)) found.Write(bytes, 0, read);
            }
            catch (InvalidDataException)
            {
                failed = true;
            }

            return failed == fails && found.ToArray().AsSpan().SequenceEqual(content);
        }, iter: 50);

    [Fact]
    public void Read_a_piece_goes_on_while_the_last_one_is_looked_at()
    {
        using var second = new ManualResetEventSlim();
        using var stream = new ReadAheadStream(new Source(new byte[2 << 20], 1 << 19, fails: false, onRead: number =>
        {
            if (number == 2) second.Set();
        }));

        stream.ReadByte().ShouldBe(0);
        second.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken).ShouldBeTrue();
    }

    [Fact]
    public void Dispose_closes_the_stream_when_its_read_has_ended()
    {
        var source = new Source(new byte[2 << 20], 1 << 19, fails: false);
        using (var stream = new ReadAheadStream(source)) stream.ReadByte();

        source.CanRead.ShouldBeFalse();
    }

    private sealed class Source(byte[] content, int most, bool fails, Action<int>? onRead = null) : MemoryStream(content)
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count)
        {
            onRead?.Invoke(++_reads);
            if (fails && Position == Length) throw new InvalidDataException();
            return base.Read(buffer, offset, Math.Min(count, most));
        }
    }
}
