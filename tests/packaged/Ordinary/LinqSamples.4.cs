using System.Text.RegularExpressions;

namespace Ordinary;

public static partial class LinqSamples
{
    public static int Linq73()
    {
        var query =
            new[] { numbers.Average() };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq74()
    {
        var query =
            new[] { words.Average(w => w.Length) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq75()
    {
        var query =
            products.GroupBy(p => p.Category).Select(g => (Category: g.Key, AveragePrice: g.Average(p => p.UnitPrice)));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq76()
    {
        var query =
            new[] { doubles.Aggregate((runningProduct, nextFactor) => runningProduct * nextFactor) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq77()
    {
        var query =
            new[] { numbers.Aggregate(100.0, (balance, nextWithdrawal) => nextWithdrawal <= balance ? balance - nextWithdrawal : balance) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq78()
    {
        var query =
            numbers.Concat(others);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq79()
    {
        var query =
            customers.Select(c => c.CompanyName).Concat(products.Select(p => p.ProductName));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq80()
    {
        var query =
            new[] { words.SequenceEqual(words.Reverse()) };

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq81()
    {
        var query =
            numbers.Zip(others, (a, b) => a * b);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq82()
    {
        var query =
            numbers.Where(n => n <= 3 && DateTime.UtcNow.Year > 2000);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq83()
    {
        var query =
            from c in categories join p in products on c equals p.Category select (Category: c, p.ProductName);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq84()
    {
        var query =
            from c in categories join p in products on c equals p.Category into ps select (Category: c, Products: ps);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq85()
    {
        var query =
            from c in categories join p in products on c equals p.Category into ps from p in ps select (Category: c, p.ProductName);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq86()
    {
        var query =
            from c in categories join p in products on c equals p.Category into ps from p in ps.DefaultIfEmpty() select (Category: c, ProductName: p == null ? "(No products)" : p.ProductName);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq87()
    {
        var query =
            products.Where(p => p.ProductName.EndsWith("exe")).Select(p => p.ProductName);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq88()
    {
        var query =
            products.Where(p => p.ProductName.StartsWith("10."));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq89()
    {
        var query =
            words.Where(w => Regex.IsMatch(w, "chrome.exe"));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq90()
    {
        var query =
            words.Where(w => Regex.IsMatch(w, "(a+)+$"));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq91()
    {
        var query =
            products.Where(p => p.UnitPrice / 2 > 5 && p.UnitsInStock / 2 == 3);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq92()
    {
        var query =
            products.Where(p => p.ProductName is not null && p.Category?.Length > 3);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq93()
    {
        var query =
            products.Where(p => p switch { { UnitsInStock: 0 } => false, _ => true });

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq94()
    {
        var query =
            products.Where(p => Random.Shared.Next(10) > 5);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq95()
    {
        var query =
            products.Where(p => p.UnitPrice == 0.5M || doubles.Average() == 0.5);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq96()
    {
        var query =
            products.Where(p => p.UnitsInStock >= 1).Where(p => p.UnitsInStock >= 1);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }
}
