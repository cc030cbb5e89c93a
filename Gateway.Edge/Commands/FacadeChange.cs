using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gateway.Edge.Commands;

/// <summary>What the command line says of a facade in the place of what the file says.</summary>
/// <param name="Lines">Each <c>FLOOR=Y</c>; empty to keep the calibration.</param>
/// <param name="Placement"><c>name=value,...</c>; null to keep the calibration.</param>
/// <param name="Floors">Floors above ground; null to keep.</param>
/// <param name="FloorHeight">Metres; null to keep.</param>
/// <param name="Columns">Columns of windows; null to keep.</param>
internal sealed record FacadeChange(IReadOnlyList<string> Lines, string? Placement, double? Floors, double? FloorHeight, double? Columns)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The section with the changes; whether it is right is for its reader to say.</summary>
    /// <param name="section">The section's JSON; null where there is none yet.</param>
    /// <exception cref="CommandFaultException">An option is not of its form, or the section is no object.</exception>
    public string Apply(string? section)
    {
        if (Lines.Count > 0 && Placement is not null)
        {
            throw new CommandFaultException("Give either --line or --placement, not both.");
        }

        if (JsonNode.Parse(section ?? "{}", documentOptions: Lenient) is not JsonObject facade)
        {
            throw new CommandFaultException("The device's facade in the file is not an object.");
        }

        Set(facade, "floors", Floors);
        Set(facade, "floorHeight", FloorHeight);
        Set(facade, "columns", Columns);
        if (Lines.Count > 0)
        {
            facade.Remove("placement");
            facade["floorLines"] = new JsonArray([.. Lines.Select(line => Pair(line, "--line", "FLOOR=Y, such as 5=0.803")).Select(pair => new JsonObject
            {
                ["floor"] = Number(pair.Name, "--line"), ["y"] = pair.Value,
            })]);
        }

        if (Placement is not null)
        {
            facade.Remove("floorLines");
            facade["placement"] = new JsonObject(Placement.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => Pair(part, "--placement", "tilt=32,height=3.5,distance=28,fieldOfView=48"))
                .DistinctBy(pair => pair.Name, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Name, pair.Value)));
        }

        return facade.ToJsonString();
    }

    private static void Set(JsonObject facade, string name, double? value)
    {
        if (value is { } number)
        {
            facade[name] = number;
        }
    }

    private static (string Name, double Value) Pair(string text, string option, string form)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 ? (text[..at].Trim(), Number(text[(at + 1)..], option)) : throw new CommandFaultException($"{option} {text}: expected {form}.");
    }

    private static double Number(string text, string option) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new CommandFaultException($"{option}: \"{text}\" is not a number.");
}
