using System.Text.RegularExpressions;

namespace Ordinary;

public static partial class LinqSamples
{
    public static int Linq49()
    {
        var query =
            products.ToDictionary(p => p.ProductID);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq50()
    {
        var query =
            mixed.OfType<double>();

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq51()
    {
        var query =
            new[] { products.First(p => p.ProductID == 12) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq52()
    {
        var query =
            new[] { digits.First(s => s[0] == 'o') };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq53()
    {
        var query =
            new[] { numbers.FirstOrDefault(n => n > 100) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq54()
    {
        var query =
            new[] { numbers.Where(n => n > 5).ElementAt(1) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq55()
    {
        var query =
            Enumerable.Range(100, 50).Select(n => (Number: n, OddEven: n % 2 == 1 ? "odd" : "even"));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq56()
    {
        var query =
            Enumerable.Repeat(7, 10);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq57()
    {
        var query =
            new[] { words.Any(w => w.Contains("ei")) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq58()
    {
        var query =
            new[] { numbers.All(n => n % 2 == 1) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq59()
    {
        var query =
            new[] { numbers.Distinct().Count() };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq60()
    {
        var query =
            new[] { numbers.Count(n => n % 2 == 1) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq61()
    {
        var query =
            customers.Select(c => (c.CustomerID, OrderCount: c.Orders.Count()));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq62()
    {
        var query =
            products.GroupBy(p => p.Category).Select(g => (g.Key, ProductCount: g.Count()));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq63()
    {
        var query =
            new[] { numbers.Sum() };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq64()
    {
        var query =
            new[] { words.Sum(w => w.Length) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq65()
    {
        var query =
            products.GroupBy(p => p.Category).Select(g => (Category: g.Key, TotalUnitsInStock: g.Sum(p => p.UnitsInStock)));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq66()
    {
        var query =
            new[] { numbers.Min() };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq67()
    {
        var query =
            new[] { words.Min(w => w.Length) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq68()
    {
        var query =
            products.GroupBy(p => p.Category).Select(g => (Category: g.Key, CheapestPrice: g.Min(p => p.UnitPrice)));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq69()
    {
        var query =
            from p in products group p by p.Category into g let minPrice = g.Min(p => p.UnitPrice) select (Category: g.Key, Cheapest: g.Where(p => p.UnitPrice == minPrice));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq70()
    {
        var query =
            new[] { numbers.Max() };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq71()
    {
        var query =
            new[] { words.Max(w => w.Length) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq72()
    {
        var query =
            from p in products group p by p.Category into g let maxPrice = g.Max(p => p.UnitPrice) select (Category: g.Key, Expensive: g.Where(p => p.UnitPrice == maxPrice));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }
}
