using System.Text.RegularExpressions;

namespace Ordinary;

public static partial class LinqSamples
{
    public static int Linq97()
    {
        var query =
            products.Where(p => true).Where(p => !false);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq98()
    {
        var query =
            products.GroupBy(p => p).Select(g => g.Count());

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq99()
    {
        var query =
            products.GroupBy(p => Guid.NewGuid()).Select(g => g.Key);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq100()
    {
        var query =
            products.GroupBy(p => DateTimeOffset.Now).Select(g => g.Key);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq101()
    {
        var query =
            words.Chunk(3).Select(chunk => string.Join(",", chunk));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq102()
    {
        var query =
            products.MinBy(p => p.UnitPrice) is { } cheapest ? new[] { cheapest } : [];

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq103()
    {
        var query =
            products.DistinctBy(p => p.Category);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq104()
    {
        var query =
            products.CountBy(p => p.ProductName).Select(pair => (pair.Key, pair.Value));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq105()
    {
        var query =
            words.Index().Where(pair => pair.Index % 2 == 0);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq106()
    {
        var query =
            numbers.AsQueryable().Where(n => n > 3).OrderBy(n => n);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq107()
    {
        var query =
            numbers.AsParallel().Where(n => n > 3).Select(n => n * 2);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }
}
