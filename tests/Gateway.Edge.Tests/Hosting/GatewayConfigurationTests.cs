using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Hosting;
using Microsoft.Extensions.Configuration;

namespace Gateway.Edge.Tests.Hosting;

public sealed class GatewayConfigurationTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_section_that_is_bound_may_stand_in_the_settings_file()
    {
        List<string> bound = [];
        await using (GatewayHost.Build(Settings(), builder => bound.AddRange(builder.Services.Select(service => service.ImplementationInstance).OfType<IBoundSection>().Select(section => section.Section))))
        {
        }

        Assert.Contains("GateDisplay", bound);
        Assert.Contains("Grants", bound);
        using var configuration = new ConfigurationManager();
        GatewayConfiguration.Load(configuration, _folder.Write("all.json", JsonSerializer.Serialize(bound.Distinct(StringComparer.Ordinal).ToDictionary(section => section, _ => new { })), OwnerOnly));
    }

    [Fact]
    public void Section_that_nothing_reads_is_refused_by_name()
    {
        using var configuration = new ConfigurationManager();
        var fault = Assert.Throws<ConfigurationFaultException>(() => GatewayConfiguration.Load(configuration, _folder.Write("bad.json", """{ "GateDisplays": {} }""", OwnerOnly)));

        Assert.Contains("GateDisplays", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Settings() => _folder.Write(
        "gateway.json",
        JsonSerializer.Serialize(new { Gateway = new { DataDirectory = _folder.File("data"), HardwareFile = _folder.File("none.json"), Urls = "http://127.0.0.1:0" } }),
        OwnerOnly);
}
