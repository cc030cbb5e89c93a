using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Ingest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Tests.Station.Hosting;

public sealed class ConfigurationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("configuration-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{ "Station": { "Ulrs": "http://127.0.0.1:0" } }""", "Station:Ulrs")]
    [InlineData("""{ "Ingest": { "BatchSize": "many" } }""", "BatchSize")]
    [InlineData("""{ "Stattion": { } }""", "Stattion")]
    [InlineData("""{ "Station": { "Urls": "http://0.0.0.0:8080" } }""", "unencrypted")]
    [InlineData("""{ "Station": { "Urls": "http://192.168.1.7:8080" } }""", "https")]
    [InlineData("""{ "Station": { "Urls": "https://0.0.0.0:8443" } }""", "CertificateFile")]
    [InlineData("""{ "Station": { "Urls": "nonsense" } }""", "nonsense")]
    [InlineData("""{ "Station": { "Id": "Hong Qiao" } }""", "Station:Id")]
    [InlineData("""{ "Station": { "TimeZone": "Mars/Olympus" } }""", "Station:TimeZone")]
    public async Task Bad_configuration_is_refused_with_its_path(string json, string named)
    {
        var file = Path.Combine(_folder, "station.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = StationHost.Build(file);
            _ = app.Services.GetRequiredService<IOptions<IngestOptions>>().Value;
            await StationStart.PrepareAsync(app, TextWriter.Null, TestContext.Current.CancellationToken);
        });

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var error = Assert.Throws<ConfigurationFaultException>(() => StationHost.Build(Path.Combine(_folder, "none.json")));

        Assert.Contains("none.json", error.Message, StringComparison.Ordinal);
    }
}
