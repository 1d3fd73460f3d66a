using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Tests.Properties;

/// <summary>Makes batches of columns of events, in every form that a source may give them.</summary>
internal sealed class EventColumns<TEvent>
{
    private const int BatchesOfOneForm = 2;
    private readonly Dictionary<string, object> _dictionaries = [];
    private int _batches;

    /// <summary>Columns of values.</summary>
    internal static EventBatch<TEvent> Plain(TEvent[] events)
    {
        var batch = new ColumnBatch<TEvent>(events.Length, row => events[row]);
        foreach (var property in typeof(TEvent).GetProperties()) Call(nameof(AddPlain), property, batch, events);
        return batch;
    }

    /// <summary>Dictionary columns; now and then with new dictionaries, with some columns plain, or with arrays that are filled again.</summary>
    internal EventBatch<TEvent> Coded(TEvent[] events)
    {
        var form = _batches++ / BatchesOfOneForm % 4;
        if (form == 1) _dictionaries.Clear();
        var kept = form != 2;
        var rows = kept ? events : [.. events];
        var batch = new ColumnBatch<TEvent>(events.Length, row => rows[row]) { IsImmutable = kept };
        foreach (var (property, i) in typeof(TEvent).GetProperties().Select((property, i) => (property, i)))
        {
            if (form == 3 && i % 2 == 0) Call(nameof(AddPlain), property, batch, events);
            else Call(nameof(AddCoded), property, batch, events, _dictionaries);
        }

        return batch;
    }

    private static void Call(string method, PropertyInfo property, params object[] arguments) =>
        typeof(EventColumns<TEvent>).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(property.PropertyType).Invoke(null, [property, .. arguments]);

    private static void AddPlain<V>(PropertyInfo property, ColumnBatch<TEvent> batch, TEvent[] events) => batch.Add(Member<V>(property), [.. Values<V>(property, events)]);

    private static void AddCoded<V>(PropertyInfo property, ColumnBatch<TEvent> batch, TEvent[] events, Dictionary<string, object> dictionaries)
    {
        if (!dictionaries.TryGetValue(property.Name, out var known)) dictionaries[property.Name] = known = new ValueDictionary<V>();
        var dictionary = (ValueDictionary<V>)known;
        batch.Add(Member<V>(property), new DictionaryColumn<V>([.. Values<V>(property, events).Select(value => IndexOf(dictionary, value))], dictionary));
    }

    private static int IndexOf<V>(ValueDictionary<V> dictionary, V value)
    {
        var index = dictionary.Values.IndexOf(value, EqualityComparer<V>.Default);
        return index >= 0 ? index : dictionary.Add(value);
    }

    private static IEnumerable<V> Values<V>(PropertyInfo property, TEvent[] events) => events.Select(e => (V)property.GetValue(e)!);

    private static Expression<Func<TEvent, V>> Member<V>(PropertyInfo property)
    {
        var e = Expression.Parameter(typeof(TEvent));
        return Expression.Lambda<Func<TEvent, V>>(Expression.Property(e, property), e);
    }
}
