using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>A captured value in an expression: a constant that still knows the name of the variable it was captured from.</summary>
/// <param name="name">The variable's name.</param>
/// <param name="value">The value.</param>
/// <param name="type">The static type of the capture.</param>
public sealed class CapturedConstant(string name, object? value, Type type) : Expression
{
    /// <summary>The variable's name.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public object? Value { get; } = value;

    /// <inheritdoc/>
    public override Type Type { get; } = type;

    /// <inheritdoc/>
    public override ExpressionType NodeType => ExpressionType.Extension;

    /// <inheritdoc/>
    public override bool CanReduce => true;

    /// <inheritdoc/>
    public override Expression Reduce() => Constant(Value, Type);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <inheritdoc/>
    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}
