using Gateway.Drivers.Configuration;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Facades;

/// <summary>Something wrong at one field.</summary>
/// <param name="Path">The field below <c>facade</c>, such as <c>floorLines[2].y</c>; empty for the whole.</param>
/// <param name="Text">What is wrong, in the page's language.</param>
internal sealed record FieldFault(string Path, string Text)
{
    private const string Prefix = "facade";

    public static FieldFault Of(HardwareError fault, Language language)
    {
        var path = fault.Path.StartsWith(Prefix, StringComparison.Ordinal) ? fault.Path[Prefix.Length..].TrimStart('.') : fault.Path;
        return new FieldFault(path, language == Language.English ? fault.Problem.En : fault.Problem.Zh);
    }
}
