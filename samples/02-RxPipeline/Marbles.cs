using System.Reactive.Concurrency;

/// <summary>What happened in each minute of virtual time, drawn as marble diagrams are: one line a stream, one column a minute.</summary>
internal sealed class Marbles(IScheduler clock, int minutes)
{
    private readonly DateTimeOffset _start = clock.Now;
    private readonly List<(string Name, char[] Line)> _lines = [];

    public Action<T> Line<T>(string name, Func<T, char> marble)
    {
        var line = new string('-', minutes + 1).ToCharArray();
        _lines.Add((name, line));
        return value => line[(int)(clock.Now - _start).TotalMinutes] = marble(value);
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("minute   " + string.Concat(Enumerable.Range(0, (minutes / 10) + 1).Select(tens => $"{tens * 10,-10}")).TrimEnd());
        foreach (var (name, line) in _lines) Console.WriteLine($"{name,-9}{new string(line)}");
    }
}
