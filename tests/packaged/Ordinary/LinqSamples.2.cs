using System.Text.RegularExpressions;

namespace Ordinary;

public static partial class LinqSamples
{
    public static int Linq25()
    {
        var query =
            words.OrderBy(w => w);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq26()
    {
        var query =
            words.OrderBy(w => w.Length);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq27()
    {
        var query =
            products.OrderBy(p => p.ProductName);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq28()
    {
        var query =
            doubles.OrderByDescending(d => d);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq29()
    {
        var query =
            digits.OrderBy(d => d.Length).ThenBy(d => d);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq30()
    {
        var query =
            products.OrderBy(p => p.Category).ThenByDescending(p => p.UnitPrice);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq31()
    {
        var query =
            digits.Where(d => d[1] == 'i').Reverse();

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq32()
    {
        var query =
            words.OrderBy(a => a, StringComparer.OrdinalIgnoreCase);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq33()
    {
        var query =
            numbers.GroupBy(n => n % 5);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq34()
    {
        var query =
            words.GroupBy(w => w[0]);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq35()
    {
        var query =
            products.GroupBy(p => p.Category);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq36()
    {
        var query =
            products.GroupBy(p => p.Category).Select(g => new { g.Key, Count = g.Count() });

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq37()
    {
        var query =
            products.GroupBy(p => new { p.Category, Expensive = p.UnitPrice > 50 }).Where(g => g.Count() >= 1);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq38()
    {
        var query =
            customers.Select(c => new { c.CompanyName, YearGroups = c.Orders.GroupBy(o => o.OrderDate.Year) });

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq39()
    {
        var query =
            from p in products group p by p.Category into g where g.Any(p => p.UnitsInStock == 0) select (Category: g.Key, Products: g);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq40()
    {
        var query =
            from p in products group p by p.Category into g where g.All(p => p.UnitsInStock > 0) select (Category: g.Key, Count: g.Count());

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq41()
    {
        var query =
            numbers.Distinct();

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq42()
    {
        var query =
            products.Select(p => p.Category).Distinct();

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq43()
    {
        var query =
            numbers.Union(others);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq44()
    {
        var query =
            numbers.Intersect(others);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq45()
    {
        var query =
            numbers.Except(others);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq46()
    {
        var query =
            products.Select(p => p.ProductName[0]).Union(customers.Select(c => c.CompanyName[0]));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq47()
    {
        var query =
            doubles.OrderByDescending(d => d).ToArray();

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq48()
    {
        var query =
            words.OrderBy(w => w).ToList();

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }
}
