using System.Text.RegularExpressions;

namespace Ordinary;

public static partial class LinqSamples
{
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
}
