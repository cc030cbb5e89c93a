using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Simulation.Scenarios;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>What the documents show as parts of hardware files is right: people copy it.</summary>
public sealed partial class DocumentedExamplesTests
{
    private const string Site = """ "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } }, """;

    public static TheoryData<string, int> Documents => new() { { "wiring.md", 6 }, { "wiring-ocpp.md", 1 }, { "hardware-file.md", 1 } };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Parts_of_hardware_files_can_be_read(string document, int expected)
    {
        var examples = Examples(document).Where(example => example.Contains("\"buses\":", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, examples.Count);
        Assert.All(examples, example =>
        {
            var whole = example.StartsWith('{') ? example : $"{{ {Site} {example}{(example.Contains("\"devices\":", StringComparison.Ordinal) ? "" : ", \"devices\": []")} }}";
            HardwareReader.Parse(Encoding.UTF8.GetBytes(whole), document, _ => null);
        });
    }

    [Fact]
    public void Every_kind_of_device_has_an_example() =>
        Assert.Equal(
            Kinds.Devices.Select(kind => kind.Kind).Order(StringComparer.Ordinal),
            Examples("wiring.md").SelectMany(example => Kind().Matches(example)).Select(match => match.Groups["kind"].Value)
                .Where(kind => Kinds.Devices.Any(known => known.Kind == kind)).Order(StringComparer.Ordinal));

    [Fact]
    public void Scenario_can_be_read()
    {
        var example = Assert.Single(Examples("hardware-file.md"), example => example.Contains("\"streams\":", StringComparison.Ordinal));
        Assert.NotEmpty(ScenarioReader.Parse(Encoding.UTF8.GetBytes(example), "hardware-file.md").Round(0));
    }

    private static List<string> Examples(string document) =>
        [.. Fence().Matches(File.ReadAllText(Path.Combine(TestData.RepositoryRoot, "docs", document))).Select(match => match.Groups["json"].Value.Trim())];

    [GeneratedRegex("^```json\\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("\"kind\": \"(?<kind>[a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();
}
