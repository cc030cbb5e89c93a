using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>What is shipped in <c>hw-configs</c> is right for the reader and for the schema that editors use.</summary>
public sealed class SchemaTests
{
    private const string Schema = "schema.json";
    private static readonly string Configs = Path.Combine(TestData.RepositoryRoot, "hw-configs");

    /// <summary>Every shipped hardware file.</summary>
    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Configs, "*.json").Select(file => Path.GetFileName(file)).Where(file => !file.EndsWith(Schema, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Files))]
    public async Task Shipped_file_obeys_the_schema(string file) =>
        Assert.Empty(await Ajv.ErrorsAsync(Path.Combine(Configs, Schema), Path.Combine(Configs, file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Shipped_file_can_be_read_and_names_its_schema(string file)
    {
        var hardware = HardwareReader.Read(Path.Combine(Configs, file), _ => null);
        Assert.NotEmpty(hardware.Devices);
        Assert.Contains("\"$schema\": \"./schema.json\"", File.ReadAllText(Path.Combine(Configs, file)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Schema_refuses_what_the_reader_refuses()
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(Path.Combine(Configs, "demo.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("bad.json"), text.Replace("\"width\"", "\"widht\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("cut.json"), text.Replace("\"camera\": {", "\"camera\": { \"region\": { \"x\": 0, \"y\": 0, \"width\": 1, \"height\": 0.5 },", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("/camera", await Ajv.ErrorsAsync(Path.Combine(Configs, Schema), folder.File("cut.json")), StringComparison.Ordinal);
        Assert.Contains("widht", await Ajv.ErrorsAsync(Path.Combine(Configs, Schema), folder.File("bad.json")), StringComparison.Ordinal);
    }
}
