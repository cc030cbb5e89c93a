using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>Finds, for every object of a file, the part of the schema that describes it.</summary>
internal sealed class SchemaWalk(JsonNode schema)
{
    /// <summary>Every object of <paramref name="file"/> with its definition, outermost first.</summary>
    public IEnumerable<(string Path, JsonObject Section, JsonNode Definition)> Objects(JsonNode file) => Walk(file, schema, "$");

    /// <summary>Every definition of an object in the schema.</summary>
    public IEnumerable<JsonNode> Definitions() => Definitions(schema);

    private IEnumerable<(string Path, JsonObject Section, JsonNode Definition)> Walk(JsonNode value, JsonNode definition, string path)
    {
        var meant = Resolve(definition, value);
        if (value is JsonArray items)
        {
            return items.SelectMany((item, i) => Walk(item!, meant["items"]!, $"{path}[{i}]"));
        }

        return value is JsonObject section
            ? section
                .Where(member => member.Value is JsonObject or JsonArray)
                .SelectMany(member => Walk(member.Value!, Property(meant, member.Key, path), $"{path}.{member.Key}"))
                .Prepend((path, section, meant))
            : [];
    }

    private static JsonNode Property(JsonNode definition, string name, string path) =>
        definition["properties"]?[name] ?? throw new InvalidOperationException($"the schema does not know {path}.{name}");

    private JsonNode Resolve(JsonNode definition, JsonNode value)
    {
        if (definition["$ref"] is { } reference)
        {
            return Resolve(reference.GetValue<string>().Split('/').Skip(1).Aggregate(schema, (node, name) => node[name]!), value);
        }

        return definition["oneOf"] is JsonArray choices
            ? choices.Select(choice => Resolve(choice!, value)).First(choice => Fits(choice, value))
            : definition;
    }

    private static bool Fits(JsonNode choice, JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.Object => choice["properties"] is JsonObject properties
                && (properties["kind"]?["const"] is not { } kind || kind.GetValue<string>() == value["kind"]?.GetValue<string>())
                && (choice["required"] as JsonArray ?? []).All(name => value[name!.GetValue<string>()] is not null),
            JsonValueKind.Array => choice["items"] is not null,
            _ => true,
        };

    private static IEnumerable<JsonNode> Definitions(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        var within = children.OfType<JsonNode>().SelectMany(Definitions);
        return node is JsonObject itself && itself["properties"] is JsonObject ? within.Prepend(node) : within;
    }
}
