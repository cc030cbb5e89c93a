using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

public sealed class OcppBusKindTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_loopback_without_a_word()
    {
        var bus = Assert.IsType<OcppBusDescription>(Assert.Single(Read("""{ "id": "b", "kind": "ocpp", "chargers": [] }""").Buses));

        Assert.Equal("127.0.0.1:8887", bus.Listen.ToString());
        Assert.Equal((TimeSpan.FromMinutes(1), false, null), (bus.Heartbeat, bus.Plaintext, bus.Certificate));
    }

    [Theory]
    [InlineData("""{ "id": "b", "kind": "ocpp", "listen": "0.0.0.0:8887", "chargers": [] }""", "listen", "plaintext")]
    [InlineData("""{ "id": "b", "kind": "ocpp", "listen": "10.0.0.1", "chargers": [] }""", "listen", "port")]
    [InlineData("""{ "id": "b", "kind": "ocpp", "listen": "everywhere:80", "chargers": [] }""", "listen", "port")]
    [InlineData("""{ "id": "b", "kind": "ocpp", "certificate": "c.pem", "chargers": [] }""", "certificate", "key")]
    [InlineData("""{ "id": "b", "kind": "ocpp", "heartbeat": "00:00:01", "chargers": [] }""", "heartbeat", "duration")]
    [InlineData("""{ "id": "b", "kind": "ocpp", "chargers": [ { "id": "a/b", "secret": "s" } ] }""", "id", "charge point id")]
    [InlineData("""{ "id": "b", "kind": "ocpp", "chargers": [ { "id": "a", "secret": "s" }, { "id": "a", "secret": "t" } ] }""", "id", "twice")]
    [InlineData("""{ "id": "b", "kind": "ocpp", "chargers": [ { "id": "a" } ] }""", "secret", "missing")]
    public void A_mistake_is_named_at_its_key(string bus, string key, string words)
    {
        var fault = Assert.Throws<HardwareFileException>(() => Read(bus));

        var error = Assert.Single(fault.Errors);
        Assert.EndsWith(key, error.Path, StringComparison.Ordinal);
        Assert.Contains(words, error.Problem.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0.0.0:8887", "\"plaintext\": true")]
    [InlineData("[::]:8887", "\"certificate\": \"c.pem\", \"key\": \"c.key\"")]
    [InlineData("[::1]:8887", "\"plaintext\": false")]
    public void Listening_beyond_loopback_takes_TLS_or_a_word(string listen, string word) =>
        Read($$"""{ "id": "b", "kind": "ocpp", "listen": "{{listen}}", {{word}}, "chargers": [] }""");

    [Fact]
    public async Task The_bus_is_opened_with_the_passwords_of_the_secrets_file()
    {
        await using var bus = Assert.IsType<OcppBus>(Open("""{ "shed": { "user": "SHED-1", "password": "0123456789abcdef" } }"""));

        Assert.Equal("SHED-1", bus.ChargePoint("SHED-1").Id);
        Assert.Equal("bus.b", bus.Id.Value);
        Assert.Throws<DeviceFaultException>(() => bus.ChargePoint("shed-1"));
    }

    [Theory]
    [InlineData("""{ "shed": { "user": "SHED-2", "password": "0123456789abcdef" } }""", "SHED-1")]
    [InlineData("""{ "shed": { "user": "SHED-1", "password": "too short" } }""", "16 characters")]
    [InlineData("""{ "other": { "user": "SHED-1", "password": "0123456789abcdef" } }""", "shed")]
    public void A_secret_that_cannot_serve_is_named_and_never_quoted(string secrets, string words)
    {
        var fault = Assert.Throws<HardwareFileException>(() => Open(secrets));

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("too short", fault.Message, StringComparison.Ordinal);
    }

    private static HardwareFile Read(string bus) => HardwareReader.Parse(
        Encoding.UTF8.GetBytes($$"""{ "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } }, "buses": [ {{bus}} ], "devices": [] }"""),
        "test",
        _ => null);

    private object Open(string secrets)
    {
        var description = Read("""{ "id": "b", "kind": "ocpp", "chargers": [ { "id": "SHED-1", "secret": "shed" } ] }""").Buses[0];
        var around = new DriverSurroundings(
            SecretsFile.Read(_folder.Write("secrets.json", secrets, Owner)),
            new DriversOptions { StateFolder = _folder.File("state") },
            TimeProvider.System,
            NullLoggerFactory.Instance,
            new SimulatedWorld());
        var rack = new BusRack(new Random(1));
        return new OcppBusKind().Open(description, new DriverParts("b", rack, around, new Random(1)));
    }
}
