using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Simulation.Scenarios;
using Gateway.Drivers.Tests.Configuration;

namespace Gateway.Drivers.Tests.Simulation.Scenarios;

/// <summary>The scenario schema that people's editors use and the reader know the same keys.</summary>
public sealed class ScenarioKeysTests
{
    private const string Unknown = "no-such-key";

    /// <summary>Every section with every key.</summary>
    private const string Sample = """
        { "$schema": "../scenario-schema.json", "seed": 1, "lasts": "01:00:00",
          "events": [ { "at": "00:01:00", "target": "gate-1", "do": "enter", "for": "00:00:05", "value": 1, "text": "r-1"
                        , "vehicle": { "plate": "沪A12345", "plates": ["沪B12345"], "look": "yellow", "tailgates": true, "leaves": true, "dirt": 0.5, "covered": 0.5 } } ],
          "streams": [ { "targets": ["gate-1"], "do": "enter", "every": "00:01:00", "from": "00:00:00", "until": "00:30:00", "highest": 2,
                         "for": "00:00:05", "value": 1, "text": "r-1"
                         , "vehicle": { "plate": "沪A12345", "plates": ["沪B12345"], "look": "yellow", "tailgates": true, "leaves": true, "dirt": 0.5, "covered": 0.5 } } ] }
        """;

    private static readonly SchemaWalk Schema =
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(TestData.RepositoryRoot, "hw-configs", "scenario-schema.json")))!);

    public static TheoryData<string> Sections => [.. Schema.Objects(JsonNode.Parse(Sample)!).Select(found => found.Path)];

    [Fact]
    public void Sample_has_every_section() =>
        Assert.Equal(Schema.Definitions().Count(), Schema.Objects(JsonNode.Parse(Sample)!).Select(found => found.Definition).Distinct().Count());

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_documents_exactly_what_the_reader_takes(string path)
    {
        var file = JsonNode.Parse(Sample)!;
        var (_, section, definition) = Schema.Objects(file).Single(found => found.Path == path);
        var documented = definition["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(documented, section.Select(member => member.Key).Order(StringComparer.Ordinal));
        Read(file);

        section[Unknown] = true;
        var fault = Assert.Throws<HardwareFileException>(() => Read(file));
        var words = Assert.Single(fault.Errors).Problem.En;
        Assert.Equal(documented, words[(words.IndexOf("Known keys: ", StringComparison.Ordinal) + "Known keys: ".Length)..].Split(", "));
    }

    private static Scenario Read(JsonNode file) => ScenarioReader.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()), "test");
}
