using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Keys;

public sealed class TextHashTests
{
    private const int Longest = 100;

    [Fact]
    public void Of_equal_texts_is_equal()
    {
        for (var length = 0; length <= Longest; length++)
        {
            TextHash.Of(Text(length)).ShouldBe(TextHash.Of(Text(length)));
            TextHash.OfParts(Text(length)).ShouldBe(TextHash.OfParts(Text(length)));
        }
    }

    [Fact]
    public void Of_takes_every_character_and_the_length()
    {
        for (var length = 1; length <= Longest; length++)
        {
            var text = Text(length);
            TextHash.Of(text[1..]).ShouldNotBe(TextHash.Of(text));
            for (var i = 0; i < length; i++) TextHash.Of(Changed(text, i)).ShouldNotBe(TextHash.Of(text), $"character {i} of {length}");
        }
    }

    [Fact]
    public void OfParts_takes_beginning_middle_and_end_of_a_long_text_and_all_of_a_short_one()
    {
        for (var length = 1; length <= Longest; length++)
        {
            var text = Text(length);
            for (var i = 0; i < length; i++)
            {
                var isTaken = length <= 32 || i < 8 || (i >= length / 2 && i < (length / 2) + 8) || i >= length - 16;
                (TextHash.OfParts(Changed(text, i)) != TextHash.OfParts(text)).ShouldBe(isTaken, $"character {i} of {length}");
            }
        }
    }

    // A new object each time.
    private static string Text(int length) => string.Create(length, 0, (characters, _) =>
    {
        for (var i = 0; i < characters.Length; i++) characters[i] = (char)('a' + (i * 7 % 26));
    });

    private static string Changed(string text, int place) => text[..place] + (char)(text[place] ^ 0x0801) + text[(place + 1)..];
}
