using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>
/// Whether two expressions compute the same: node by node, with types, methods and constants. Their printed text does not tell, as it leaves out conversions and prints 2
/// and 2.0 alike.
/// </summary>
/// <remarks>Under given options an option is its value, whatever class of options has it: two detections with equal networks in options of their own filter alike.</remarks>
internal sealed class ExpressionIdentity : ExpressionVisitor
{
    private readonly StringBuilder _nodes = new();
    private readonly List<object?> _values = [];
    private readonly Dictionary<ParameterExpression, int> _parameters = [];
    private readonly Dictionary<LabelTarget, int> _labels = [];

    private readonly ParameterExpression? _options;
    private readonly object? _optionValues;

    private ExpressionIdentity(ParameterExpression? options = null, object? optionValues = null)
    {
        _options = options;
        _optionValues = optionValues;
    }

    internal static ExpressionIdentity Of(Expression e)
    {
        var identity = new ExpressionIdentity();
        identity.Visit(e);
        return identity;
    }

    /// <summary>An identity of nothing yet, in which options stand for their values.</summary>
    internal static ExpressionIdentity Under(ParameterExpression options, object values) => new(options, values);

    internal void Add(Expression? e)
    {
        _parameters.Clear();
        Visit(e);
        _nodes.Append(';');
    }

    internal void Add(object? value)
    {
        _values.Add(value);
        _nodes.Append('.');
    }

    internal bool Same(ExpressionIdentity other) => _nodes.Equals(other._nodes) && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => obj is ExpressionIdentity other && Same(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_nodes.Length);
        foreach (var value in _values) hash.Add(value);
        return hash.ToHashCode();
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null) return base.Visit(node);
        if (node is MemberExpression { Expression: { } owner, Member: PropertyInfo option } && owner == _options)
        {
            _nodes.Append("(option)");
            _values.Add(node.Type);
            _values.Add(OptionsText.ValueText(_optionValues!, option.Name) ?? option.GetValue(_optionValues));
            return node;
        }

        _nodes.Append('(').Append((int)node.NodeType);
        _values.Add(node.Type);
        _values.Add(node switch
        {
            BinaryExpression binary => binary.Method,
            UnaryExpression unary => unary.Method,
            MemberExpression member => member.Member,
            MethodCallExpression call => call.Method,
            NewExpression made => made.Constructor,
            TypeBinaryExpression test => test.TypeOperand,
            ConstantExpression constant => constant.Value,
            CapturedConstant captured => captured.Value,
            ParameterExpression parameter => parameter == _options ? _optionValues : NumberOf(parameter),
            IndexExpression index => index.Indexer,
            GotoExpression go => go.Kind,
            _ => null,
        });
        base.Visit(node);
        _nodes.Append(')');
        return node;
    }

    protected override LabelTarget? VisitLabelTarget(LabelTarget? node)
    {
        if (node is null) return null;
        if (!_labels.TryGetValue(node, out var number)) _labels.Add(node, number = _labels.Count);
        _values.Add(number);
        return node;
    }

    protected override MemberBinding VisitMemberBinding(MemberBinding node)
    {
        _values.Add(node.Member);
        return base.VisitMemberBinding(node);
    }

    protected override ElementInit VisitElementInit(ElementInit node)
    {
        _values.Add(node.AddMethod);
        return base.VisitElementInit(node);
    }

    // What a lambda calls its parameter does not matter.
    private int NumberOf(ParameterExpression parameter)
    {
        if (!_parameters.TryGetValue(parameter, out var number)) _parameters.Add(parameter, number = _parameters.Count);
        return number;
    }
}
