namespace DetectionKit.Analyzers.Queries;

/// <summary>Lambdas that a query holds as expressions.</summary>
internal static class QueryLambda
{
    /// <summary>The lambda that is an argument of a stage; null where it is none.</summary>
    public static IAnonymousFunctionOperation? Of(IOperation? value)
    {
        while (value is not null)
        {
            value = Plain(value);
            switch (value)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda;
                case IDelegateCreationOperation creation:
                    value = creation.Target;
                    break;
                case IArgumentOperation argument:
                    value = argument.Value;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The outermost lambda around an operation that is an argument of a stage of a query, with the stage; null outside of queries.</summary>
    public static (IAnonymousFunctionOperation Lambda, IInvocationOperation Stage)? Around(IOperation operation, DetectionSymbols symbols)
    {
        (IAnonymousFunctionOperation, IInvocationOperation)? found = null;
        IAnonymousFunctionOperation? lambda = null;
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation function:
                    lambda = function;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call } when lambda is not null && symbols.IsStage(call.TargetMethod) && ReferenceEquals(Of(current), lambda):
                    found = (lambda, call);
                    break;
            }
        }

        return found;
    }

    /// <summary>What a lambda gives: the value of its only return.</summary>
    public static IOperation? ResultOf(IAnonymousFunctionOperation lambda)
    {
        foreach (var operation in lambda.Body.Operations)
        {
            if (operation is IReturnOperation { ReturnedValue: { } value }) return value;
        }

        return null;
    }

    /// <summary>An operation without the conversions and parentheses around it.</summary>
    public static IOperation Plain(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { Conversion.IsUserDefined: false } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
