using System.Text.RegularExpressions;

namespace Ordinary;

// In the style of Microsoft's "101 LINQ samples": a method a query.
public static class LinqSamples
{
    private static readonly int[] numbers = [5, 4, 1, 3, 9, 8, 6, 7, 2, 0];
    private static readonly int[] others = [1, 3, 5, 7, 8];
    private static readonly double[] doubles = [1.7, 2.3, 1.9, 4.1, 2.9];
    private static readonly string[] digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] words = ["believe", "relief", "receipt", "field"];
    private static readonly string[] categories = ["Beverages", "Condiments", "Vegetables", "Dairy Products", "Seafood"];
    private static readonly object?[] mixed = [null, 1.0, "two", 3, "four", 5, "six", 7.0];
    private static readonly List<Product> products = [new(1, "Chai", "Beverages", 18.0M, 39), new(12, "Queso", "Dairy Products", 38.0M, 86)];
    private static readonly List<Customer> customers = [new("LAZYK", "Lazy K Kountry Store", "WA", [new(10482, new DateTime(1997, 3, 21), 147.00M)])];

    public static int Linq1()
    {
        var query =
            numbers.Where(n => n < 5);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq2()
    {
        var query =
            products.Where(p => p.UnitsInStock == 0);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq3()
    {
        var query =
            products.Where(p => p.UnitsInStock > 0 && p.UnitPrice > 3.00M);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq4()
    {
        var query =
            customers.Where(c => c.Region == "WA");

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq5()
    {
        var query =
            digits.Where((digit, index) => digit.Length < index);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq6()
    {
        var query =
            numbers.Select(n => n + 1);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq7()
    {
        var query =
            products.Select(p => p.ProductName);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq8()
    {
        var query =
            numbers.Select(n => digits[n]);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq9()
    {
        var query =
            words.Select(w => new { Upper = w.ToUpper(), Lower = w.ToLower() });

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq10()
    {
        var query =
            words.Select(w => (Upper: w.ToUpperInvariant(), Lower: w.ToLowerInvariant()));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq11()
    {
        var query =
            numbers.Select(n => new { Digit = digits[n], Even = n % 2 == 0 });

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq12()
    {
        var query =
            products.Select(p => new { p.ProductName, p.Category, Price = p.UnitPrice });

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq13()
    {
        var query =
            numbers.Select((num, index) => (Num: num, InPlace: num == index));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq14()
    {
        var query =
            numbers.Where(n => n < 5).Select(n => digits[n]);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq15()
    {
        var query =
            from a in numbers from b in numbers where a < b select (a, b);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq16()
    {
        var query =
            from c in customers from o in c.Orders where o.Total < 500.00M select (c.CustomerID, o.OrderID, o.Total);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq17()
    {
        var query =
            from c in customers from o in c.Orders where o.OrderDate >= new DateTime(1998, 1, 1) select (c.CustomerID, o.OrderID, o.OrderDate);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq18()
    {
        var query =
            from c in customers where c.Region == "WA" from o in c.Orders where o.OrderDate >= new DateTime(1997, 1, 1) select (c.CustomerID, o.OrderID);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq19()
    {
        var query =
            customers.SelectMany((cust, custIndex) => cust.Orders.Select(o => "Customer #" + (custIndex + 1) + " has an order with OrderID " + o.OrderID));

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq20()
    {
        var query =
            numbers.Take(3);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq21()
    {
        var query =
            numbers.Skip(4);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq22()
    {
        var query =
            numbers.TakeWhile(n => n < 6);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq23()
    {
        var query =
            numbers.TakeWhile((n, index) => n >= index);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

    public static int Linq24()
    {
        var query =
            numbers.SkipWhile(n => n % 3 != 0);

        var found = 0;
        foreach (var item in query)
        {
            Console.WriteLine($"{++found}: {item}");
        }

        return found;
    }

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

    public sealed record Product(int ProductID, string ProductName, string? Category, decimal UnitPrice, int UnitsInStock);

    public sealed record Order(int OrderID, DateTime OrderDate, decimal Total);

    public sealed record Customer(string CustomerID, string CompanyName, string Region, IReadOnlyList<Order> Orders);
}
