namespace DetectionKit;

/// <summary>A value of an aggregated row.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
public sealed record RowValue(string Name, object? Value)
{
    /// <summary><c>Connections = 9</c>.</summary>
    public override string ToString() => $"{Name} = {ValueText.Of(Value)}";

    /// <summary>The members of a row, without its key; of a row that is a single value, that value.</summary>
    internal static IReadOnlyList<RowValue> Of(object? row)
    {
        if (row is null) return [new("Value", null)];
        var type = row.GetType();
        if (Engine.ContentShape.Of(type).Kind != Engine.ContentKind.Structure) return [new("Value", row)];
        var properties = type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.Name != nameof(Pane<,>.Key));
        return [.. properties.Select(property => new RowValue(property.Name, property.GetValue(row))), .. type.GetFields().Where(field => !field.IsStatic).Select(field => new RowValue(field.Name, field.GetValue(row)))];
    }
}
