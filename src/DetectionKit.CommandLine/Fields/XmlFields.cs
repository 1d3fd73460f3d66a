using System.Xml;
using System.Xml.Linq;

namespace DetectionKit.CommandLine.Fields;

/// <summary>The fields of Windows events as XML, a line each: the elements of <c>System</c>, their attributes, and the <c>Data</c> by their names.</summary>
internal static class XmlFields
{
    internal static NamedFields Of(IReadOnlyList<string> lines)
    {
        var events = lines.Select(Parse).OfType<XElement>().ToList();
        return new([.. events.SelectMany(e => Fields(e).Select(field => field.Name)).Distinct().Order(StringComparer.Ordinal)], without => events.Select(e => Without(e, without)));
    }

    private static XElement? Parse(string line)
    {
        try
        {
            return XElement.Parse(line);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, XObject Node)> Fields(XElement record) => record.Elements().SelectMany(section => section.Elements().SelectMany(element => FieldsOf(section, element)));

    private static IEnumerable<(string Name, XObject Node)> FieldsOf(XElement section, XElement element)
    {
        if (section.Name.LocalName == "EventData") return [($"EventData.{element.Attribute("Name")?.Value ?? element.Name.LocalName}", element)];
        var name = $"{section.Name.LocalName}.{element.Name.LocalName}";
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => ($"{name}.{attribute.Name.LocalName}", (XObject)attribute));
        return element.IsEmpty ? attributes : attributes.Append((name, element));
    }

    private static string Without(XElement record, string? field)
    {
        var copy = new XElement(record);
        foreach (var (_, node) in Fields(copy).Where(known => known.Name == field).ToList())
        {
            if (node is XAttribute attribute) attribute.Remove();
            else ((XElement)node).Remove();
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }
}
