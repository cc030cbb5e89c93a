using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>
/// The schema that people's editors use and the reader that the gateway uses know the same keys. Each kind has a sample file in
/// <c>Samples</c> with every section that it can have.
/// </summary>
public sealed class SchemaKeysTests
{
    private const string Unknown = "no-such-key";
    private static readonly string Samples = Path.Combine(TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Configuration", "Samples");
    private static readonly SchemaWalk Schema = new(Read(Path.Combine(TestData.RepositoryRoot, "hw-configs", "schema.json")));

    public static TheoryData<string> Files => [.. Directory.GetFiles(Samples, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Sample_can_be_read(string sample) =>
        HardwareReader.Parse(File.ReadAllBytes(Path.Combine(Samples, sample)), sample, _ => null);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_section_of_a_sample_documents_exactly_what_the_reader_takes(string sample)
    {
        foreach (var path in Schema.Objects(Read(Path.Combine(Samples, sample))).Select(found => found.Path))
        {
            var file = Read(Path.Combine(Samples, sample));
            var (_, section, definition) = Schema.Objects(file).Single(found => found.Path == path);
            section[Unknown] = true;
            var fault = Assert.Throws<HardwareFileException>(() => HardwareReader.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()), "test", _ => null));
            var words = Assert.Single(fault.Errors, error => error.Path.EndsWith(Unknown, StringComparison.Ordinal)).Problem.En;
            var taken = words[(words.IndexOf("Known keys: ", StringComparison.Ordinal) + "Known keys: ".Length)..].Split(", ");
            var documented = definition["properties"]!.AsObject().Select(property => property.Key);
            Assert.Equal($"{path}: {string.Join(' ', documented.Order(StringComparer.Ordinal))}", $"{path}: {string.Join(' ', taken)}");
        }
    }

    [Fact]
    public void Every_object_of_the_schema_is_in_a_sample()
    {
        var seen = Directory.GetFiles(Samples, "*.json").SelectMany(file => Schema.Objects(Read(file))).Select(found => found.Definition).ToHashSet();
        Assert.All(Schema.Definitions(), definition => Assert.True(seen.Contains(definition), definition.GetPath()));
    }

    [Fact]
    public void Every_kind_has_a_sample()
    {
        var text = string.Concat(Directory.GetFiles(Samples, "*.json").Select(File.ReadAllText));
        Assert.All(Kinds.Devices.Select(kind => kind.Kind).Concat(Kinds.Buses.Select(kind => kind.Kind)), kind => Assert.Contains($"\"kind\": \"{kind}\"", text, StringComparison.Ordinal));
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(file))!;
}
