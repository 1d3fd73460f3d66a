using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace DetectionKit;

/// <summary>One binding: gathers errors and assignments, and assigns only when there is no error.</summary>
internal sealed class OptionsBinding
{
    private readonly List<string> _errors = [];
    private readonly List<(string Path, Action Assign)> _assignments = [];

    internal void Bind(IConfiguration section, object options)
    {
        if (section is IConfigurationSection { Value: { Length: > 0 } value } own) _errors.Add(NoGroup(own.Path, value, options.GetType()));
        BindGroup(section, options);
        if (_errors.Count == 0) Assign();
        if (_errors.Count > 0) throw new DetectionOptionsException(_errors);
    }

    private static string NoGroup(string path, string value, Type type)
    {
        var first = OptionProperty.Of(type).FirstOrDefault()?.Name ?? "Option";
        return $"{path} is '{value}', but it is a group of options: write {path}:{first} and so on.";
    }

    private static string Unknown(IConfigurationSection child, IReadOnlyList<OptionProperty> known) =>
        NearestName.Of(child.Key, known.Select(p => p.Name)) is { } nearest
            ? $"{child.Path} is not an option; the nearest is {nearest}."
            : $"{child.Path} is not an option: there are none here.";

    private static object? Create(Type type) =>
        type.IsValueType || (!type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null) ? Activator.CreateInstance(type) : null;

    private void BindGroup(IConfiguration section, object target)
    {
        var properties = OptionProperty.Of(target.GetType());
        foreach (var child in section.GetChildren())
        {
            var property = properties.FirstOrDefault(p => string.Equals(p.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is not null) BindProperty(child, property, target);
            else _errors.Add(Unknown(child, properties));
        }
    }

    private void BindProperty(IConfigurationSection child, OptionProperty property, object target)
    {
        if (OptionListBinding.For(property.Type) is { } list) BindList(child, property, target, list);
        else if (OptionScalar.For(property.Type) is { } scalar) BindScalar(child, property, target, scalar);
        else BindNested(child, property, target);
    }

    private void BindScalar(IConfigurationSection child, OptionProperty property, object target, OptionScalar scalar)
    {
        var below = child.GetChildren().Select(c => $"{c.Path} is not an option: {child.Path} takes one value, {scalar.Expected}.").ToList();
        if (below.Count > 0)
        {
            _errors.AddRange(below);
        }
        else if (child.Value is null)
        {
            if (!property.AllowsNull) _errors.Add($"{child.Path} has no value; expected {scalar.Expected}.");
            else Later(child.Path, () => property.Set(target, null));
        }
        else if (scalar.TryRead(child.Value, out var value, out var problem))
        {
            Later(child.Path, () => property.Set(target, value));
        }
        else
        {
            _errors.Add($"{child.Path} {problem}");
        }
    }

    private void BindList(IConfigurationSection child, OptionProperty property, object target, OptionListBinding list)
    {
        var count = _errors.Count;
        var edit = OptionListEdit.Read(child, _errors);
        var value = list.Apply(edit, property.Get(target), _errors);
        if (_errors.Count == count) Later(child.Path, () => property.Set(target, value));
    }

    private void BindNested(IConfigurationSection child, OptionProperty property, object target)
    {
        var nested = property.Get(target) ?? Create(property.Type);
        if (nested is null || OptionProperty.Of(nested.GetType()).Count == 0)
        {
            _errors.Add(
                $"{child.Path} can't be configured: {target.GetType().Name}.{property.Name} is of type {property.Type}, "
                + "which is no text, number, list or group of options.");
            return;
        }

        if (child.Value is { Length: > 0 } value) _errors.Add(NoGroup(child.Path, value, nested.GetType()));
        BindGroup(child, nested);
        if (property.CanSet) Later(child.Path, () => property.Set(target, nested));
    }

    private void Later(string path, Action assign) => _assignments.Add((path, assign));

    private void Assign()
    {
        foreach (var (path, assign) in _assignments)
        {
            try
            {
                assign();
            }
            catch (TargetInvocationException refused) when (refused.InnerException is { } inner)
            {
                _errors.Add($"{path} was refused: {inner.Message}");
            }
        }
    }
}
