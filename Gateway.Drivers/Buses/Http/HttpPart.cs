namespace Gateway.Drivers.Buses.Http;

/// <summary>One piece of what a device sent: a text such as JSON or XML, or a picture.</summary>
/// <param name="Name">Name of the form field; empty where it has none.</param>
/// <param name="ContentType">Media type in lower case, without parameters; empty where none was named.</param>
/// <param name="Body">The bytes.</param>
internal sealed record HttpPart(string Name, string ContentType, ReadOnlyMemory<byte> Body)
{
    public bool IsJson => ContentType is "application/json" or "text/json";

    public bool IsXml => ContentType is "application/xml" or "text/xml";

    public bool IsPicture => ContentType is "image/jpeg" or "image/pjpeg" or "image/jpg";
}
