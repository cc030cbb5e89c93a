using System.Xml;
using System.Xml.Linq;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>Reads XML from a device that may be broken or hostile: no document type, no external entity, bounded size and depth.</summary>
internal static class OnvifXml
{
    /// <summary>Bytes of one message. A device with a hundred profiles stays far below.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostDepth = 64;

    /// <exception cref="XmlException">Not well-formed, too deep, too large, or with a document type.</exception>
    public static XElement Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new XmlException("The message is larger than 1 MiB.");
        }

        RequireShallow(bytes);
        using var reader = Reader(bytes);
        return XElement.Load(reader);
    }

    /// <summary>The first element of this local name below <paramref name="parent"/>, in whatever namespace: devices disagree on them.</summary>
    public static XElement? Find(this XElement parent, string name) => parent.Descendants().FirstOrDefault(element => element.Name.LocalName == name);

    /// <summary>The elements of this local name directly below <paramref name="parent"/>.</summary>
    public static IEnumerable<XElement> Children(this XElement parent, string name) => parent.Elements().Where(element => element.Name.LocalName == name);

    /// <summary>The trimmed text of the first element of this local name; null where it is absent or empty.</summary>
    public static string? Text(this XElement parent, string name) => parent.Find(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The value of the attribute of this local name; null where it is absent.</summary>
    public static string? ValueOf(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static void RequireShallow(ReadOnlyMemory<byte> bytes)
    {
        using var reader = Reader(bytes);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
            {
                throw new XmlException("The message is nested too deeply.");
            }
        }
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> bytes) => XmlReader.Create(
        new MemoryStream(bytes.ToArray(), writable: false),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostBytes,
            MaxCharactersFromEntities = 1024,
            CloseInput = true,
        });
}
