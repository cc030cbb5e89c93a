using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>The schema that people's editors use and the reader that the gateway uses know the same keys.</summary>
public sealed class SchemaKeysTests
{
    private const string Unknown = "no-such-key";
    private static readonly JsonNode Schema = Read("schema.json");

    public static TheoryData<string, string> Sections => new()
    {
        { "", "#" },
        { "site", "#/properties/site" },
        { "site.name", "#/$defs/wording" },
        { "zones[0]", "#/properties/zones/items" },
        { "buses[0]", "#/$defs/simulatedBus" },
        { "buses[0].simulation", "#/$defs/simulatedBus/properties/simulation" },
        { "devices[0]", "#/$defs/faceGate" },
        { "devices[0].camera", "#/$defs/camera" },
        { "devices[0].camera.region", "#/$defs/camera/properties/region" },
        { "devices[0].door", "#/$defs/door" },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_of_the_schema_documents_exactly_what_the_reader_takes(string section, string definition)
    {
        var file = Read("demo.json");
        file["devices"]![0]!["camera"]!["region"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = 1, ["height"] = 1 };
        At(file, section)[Unknown] = true;
        var fault = Assert.Throws<HardwareFileException>(() => HardwareReader.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()), "test", _ => null));
        var words = Assert.Single(fault.Errors).Problem.En;
        var taken = words[(words.IndexOf("Known keys: ", StringComparison.Ordinal) + "Known keys: ".Length)..].Split(", ");
        var documented = Node(definition)["properties"]!.AsObject().Select(property => property.Key);
        Assert.Equal(documented.Order(StringComparer.Ordinal), taken);
    }

    [Fact]
    public void Every_object_of_the_schema_is_compared()
    {
        var compared = Sections.Select(row => Node(row.Data.Item2)).ToHashSet();
        Assert.All(Objects(Schema), found => Assert.Contains(found, compared));
    }

    private static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestData.RepositoryRoot, "hw-configs", name)))!;

    private static JsonNode Node(string definition) =>
        definition.Split('/').Skip(1).Aggregate(Schema, (node, name) => node[name]!);

    private static JsonNode At(JsonNode file, string section) => section.Split('.', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(file, (node, part) => part.EndsWith("[0]", StringComparison.Ordinal) ? node[part[..^3]]![0]! : node[part]!);

    private static IEnumerable<JsonNode> Objects(JsonNode node)
    {
        if (node is JsonObject itself && itself["properties"] is JsonObject)
        {
            yield return node;
        }

        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var found in children.OfType<JsonNode>().SelectMany(Objects))
        {
            yield return found;
        }
    }
}
