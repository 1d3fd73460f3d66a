using System.Text.RegularExpressions;

namespace Ordinary;

// In the style of Microsoft's "101 LINQ samples": a method a query.
public static partial class LinqSamples
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

    public sealed record Product(int ProductID, string ProductName, string? Category, decimal UnitPrice, int UnitsInStock);

    public sealed record Order(int OrderID, DateTime OrderDate, decimal Total);

    public sealed record Customer(string CustomerID, string CompanyName, string Region, IReadOnlyList<Order> Orders);
}
