using System.Globalization;
using System.Text;

namespace DetectionKit;

/// <summary>Writes the text of explanations: lines of a width that a terminal shows, continued under where their text began.</summary>
internal sealed class ExplanationText
{
    private const int Width = 120;
    private readonly StringBuilder _text = new();

    /// <summary>An empty line.</summary>
    internal ExplanationText Blank()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>A line; one that is too long goes on in the column where <paramref name="text"/> began.</summary>
    /// <param name="head">What stands before the text.</param>
    /// <param name="text">The text, broken between words.</param>
    internal ExplanationText Line(string head, string text)
    {
        var column = head.Length;
        var at = column;
        _text.Append(head);
        foreach (var word in Words(text))
        {
            if (at > column && at + 1 + word.Length > Width)
            {
                TrimEnd();
                _text.Append('\n').Append(' ', column);
                at = column;
            }
            else if (at > column)
            {
                _text.Append(' ');
                at++;
            }

            _text.Append(word);
            at += word.Length;
        }

        TrimEnd();
        _text.Append('\n');
        return this;
    }

    internal ExplanationText Line(string text) => Line("", text);

    /// <summary>A count with its noun: <c>1 event</c>, <c>2,000 events</c>.</summary>
    internal static string Counted(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The text, without the line end of its last line.</summary>
    public override string ToString() => _text.ToString().TrimEnd('\n');

    // A name stays on one line with its value.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var parts = text.Split(' ');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == "=" && words.Count > 0 && i + 1 < parts.Length) words[^1] += $" = {parts[++i]}";
            else words.Add(parts[i]);
        }

        return words;
    }

    private void TrimEnd()
    {
        while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
    }
}
