using System.Xml;
using System.Xml.Linq;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>Reads a terminal's XML without entities or doctypes. Names are compared without their namespace, of which makers have several.</summary>
internal static class IsapiXml
{
    public static readonly XNamespace Namespace = "http://www.isapi.org/ver20/XMLSchema";

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1 << 20,
    };

    /// <summary>The root element; null for what is no XML.</summary>
    public static XElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), Strict);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The trimmed text of the first child of a name; null where there is none.</summary>
    public static string? Text(this XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim();
}
