namespace DetectionKit.Testing.Events;

/// <summary>Events drawn as a line of text, as streams are drawn in marble diagrams: <c>"a--ab-(aab)|"</c>.</summary>
public static class Marbles
{
    /// <summary>Reads a line: a letter is an event, <c>-</c> a frame without one, <c>(ab)</c> several in one frame, <c>|</c> the end; blanks are nothing.</summary>
    /// <param name="line">The line.</param>
    /// <param name="frame">How long a frame is.</param>
    /// <param name="events">What each letter is.</param>
    /// <exception cref="FormatException">A letter is not known, or a bracket not closed; the message says where.</exception>
    public static IReadOnlyList<T> Read<T>(string line, TimeSpan frame, params (char Letter, EventBuilder<T> Event)[] events)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(events);
        var made = new List<T>();
        var (time, open) = (VirtualTime.Start, false);
        foreach (var (column, letter) in line.Index())
        {
            switch (letter)
            {
                case ' ':
                    continue;
                case '(' when !open:
                    open = true;
                    continue;
                case ')' when open:
                    open = false;
                    break;
                case '|' when !open && line[(column + 1)..].Trim().Length == 0:
                    return made;
                case '-' when !open:
                    break;
                default:
                    var known = Array.FindIndex(events, e => e.Letter == letter);
                    if (known < 0) throw new FormatException($"'{letter}' at column {column + 1} of \"{line}\" is no event; known are {string.Join(", ", events.Select(e => e.Letter))}, and - ( ) |.");
                    made.Add(events[known].Event.At(time));
                    break;
            }

            if (!open) time += frame;
        }

        return open ? throw new FormatException($"A bracket of \"{line}\" is not closed.") : made;
    }
}
