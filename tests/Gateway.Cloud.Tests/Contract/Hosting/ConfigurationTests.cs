using System.ComponentModel.DataAnnotations;
using Gateway.Cloud.Contract.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Tests.Contract.Hosting;

public sealed class ConfigurationTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Good_file_is_bound_with_defaults_for_what_it_leaves_out()
    {
        var options = Bind("""{ "Sample": { "Limit": 7 } /* said by the installer */, }""");

        Assert.Equal(7, options.Limit);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Pause);
    }

    [Fact]
    public void Unknown_key_is_named_with_its_path_and_the_known_ones()
    {
        var error = Assert.Throws<ConfigurationFaultException>(() => Bind("""{ "Sample": { "Limmit": 7 } }"""));

        Assert.StartsWith("Sample:Limmit: unknown key", error.Message, StringComparison.Ordinal);
        Assert.Contains("Limit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_type_is_named_with_its_path()
    {
        var error = Assert.Throws<ConfigurationFaultException>(() => Bind("""{ "Sample": { "Limit": "seven" } }"""));

        Assert.Equal("Sample:Limit: 'seven' is not a whole number in range.", error.Message);
    }

    [Theory]
    [InlineData("""{ "Sample": 5 }""", "Sample: must be an object of keys, not '5'")]
    [InlineData("""{ "Sample": { "Limit": { "Most": 5 } } }""", "Sample:Limit: must be a whole number in range, not an object or a list")]
    [InlineData("""{ "Sample": { "Pause": "soon" } }""", "Sample:Pause: 'soon' is not a time such as 00:00:05")]
    [InlineData("""{ "Sample": { "Limit": 1, "Limit": 2 } }""", "'Sample:Limit'")]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Loud" } } }""", "Logging:LogLevel:Default: 'Loud' is not one of Trace")]
    [InlineData("""[ 1 ]""", "must hold one JSON object")]
    public void Misshapen_value_is_named_with_its_path(string json, string words)
    {
        var error = Assert.Throws<ConfigurationFaultException>(() => Bind(json));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_out_of_range_is_named_with_its_path()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Bind("""{ "Sample": { "Limit": 700 } }"""));

        Assert.StartsWith("Sample:Limit: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_section_is_named()
    {
        var error = Assert.Throws<ConfigurationFaultException>(() => Bind("""{ "Sampel": { } }"""));

        Assert.Contains("Sampel: unknown section", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_is_named_with_its_line()
    {
        var error = Assert.Throws<ConfigurationFaultException>(() => Bind("{\n \"Sample\": {\n \"Limit\" 7 } }"));

        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var error = Assert.Throws<ConfigurationFaultException>(() => ConfigurationFile.Add(new ConfigurationBuilder(), "/nowhere/gateway.json", "Sample"));

        Assert.Contains("/nowhere/gateway.json", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private SampleOptions Bind(string json)
    {
        File.WriteAllText(_file, json);
        var builder = new ConfigurationBuilder();
        ConfigurationFile.Add(builder, _file, "Sample", "Logging");
        var configuration = builder.Build();
        var services = new ServiceCollection();
        services.AddValidatedOptions<SampleOptions>(configuration, "Sample");
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<SampleOptions>>().Value;
    }

    private sealed class SampleOptions
    {
        [Range(1, 100)]
        public int Limit { get; set; } = 3;

        public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(5);
    }
}
