using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Terminals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>Terminal gates in the hardware file, and in software.</summary>
public sealed class TerminalGateKindTests : IDisposable
{
    private const string Good = """{ "url": "http://192.0.2.10", "secret": "t", "push": "push" }""";
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Terminal_is_told_the_receivers_address_and_its_own_path()
    {
        var gate = (TerminalGateDescription)Assert.Single(Parse(Good).Devices);
        Assert.Equal(new TerminalListener("192.0.2.1", 8085, "/push/west", Encrypted: false), gate.Settings.Listener);
        Assert.Equal(["t"], gate.Secrets);
        Assert.True(gate.Settings.RemoteCheck);
    }

    [Theory]
    [InlineData("""{ "url": "http://192.0.2.10" }""", "secret")]
    [InlineData("""{ "url": "rtsp://192.0.2.10", "secret": "t" }""", "url")]
    [InlineData("""{ "url": "http://192.0.2.10/ISAPI", "secret": "t" }""", "url")]
    [InlineData("""{ "url": "http://admin:pw@192.0.2.10", "secret": "t" }""", "secrets file")]
    [InlineData("""{ "url": "http://192.0.2.10", "secret": "t", "fingerprint": "abc" }""", "fingerprint")]
    [InlineData("""{ "url": "http://192.0.2.10", "secret": "t", "pull": false }""", "pull")]
    [InlineData("""{ "url": "http://terminal.local", "secret": "t", "push": "push" }""", "pushSecret")]
    [InlineData("""{ "url": "http://192.0.2.10", "secret": "t", "push": "doors-2" }""", "push")]
    public void Fault_is_named(string terminal, string words)
    {
        var fault = Assert.Throws<HardwareFileException>(() => Parse(terminal));
        Assert.Contains(fault.Errors, error => (error.Path + error.Problem.En).Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "id": "push", "kind": "http-push", "port": 8085, "listen": "0.0.0.0", "address": "192.0.2.1" }""", "plaintext")]
    [InlineData("""{ "id": "push", "kind": "http-push", "port": 8085, "listen": "everywhere" }""", "listen")]
    [InlineData("""{ "id": "push", "kind": "http-push", "port": 8085, "listen": "0.0.0.0", "plaintext": true }""", "address")]
    [InlineData("""{ "id": "push", "kind": "http-push", "port": 8085, "certificate": "c.pem" }""", "key")]
    [InlineData("""{ "id": "push", "kind": "http-push", "port": 0 }""", "port")]
    public void Fault_of_the_receiver_is_named(string bus, string words)
    {
        var fault = Assert.Throws<HardwareFileException>(() => Parse(Good, bus));
        Assert.Contains(fault.Errors, error => (error.Path + error.Problem.En).Contains(words, StringComparison.Ordinal));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Simulated_terminal_is_online_and_its_people_pass(bool pull)
    {
        var clock = new FakeTimeProvider();
        var world = new SimulatedWorld();
        await File.WriteAllTextAsync(_folder.File("secrets"), """{ "t": { "user": "u", "password": "p" } }""", Cancelled);
        File.SetUnixFileMode(_folder.File("secrets"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var around = new DriverSurroundings(
            SecretsFile.Read(_folder.File("secrets")), new DriversOptions { Simulate = true }, clock, NullLoggerFactory.Instance, world);
        var hardware = Parse(Good.Replace("}", $", \"pull\": {(pull ? "true" : "false")} }}", StringComparison.Ordinal));
        await using var hub = new DeviceHub(new DeviceSet(hardware, around, new Random(1), NullLogger.Instance), NullLogger<DeviceHub>.Instance);
        await hub.StartAsync(Cancelled);
        var gate = Assert.Single(hub.Of<ITerminalGate>());
        gate.Hold([new TerminalPerson("r1", "Li", clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddDays(1), default)]);
        gate.AnswerWith(new Yes());
        while (!gate.People.IsComplete || Assert.Single(hub.Health).State != DeviceState.Online)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }

        Assert.True(await world.Find<SimulatedTerminal>("west")!.LookAsync("r1"));
        await foreach (var observation in hub.ReadAllAsync(Cancelled))
        {
            if (observation is TerminalEvent { Kind: TerminalEventKind.Unlocked })
            {
                break;
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static HardwareFile Parse(
        string terminal,
        string bus = """{ "id": "push", "kind": "http-push", "listen": "192.0.2.1", "port": 8085, "plaintext": true }""") => HardwareReader.Parse(
        Encoding.UTF8.GetBytes($$"""
            {
              "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
              "buses": [ {{bus}} ],
              "devices": [ { "id": "west", "kind": "terminal-gate", "name": { "zh": "西门", "en": "West" }, "terminal": {{terminal}} } ]
            }
            """),
        "test",
        _ => null);

    private sealed class Yes : IRemoteCheck
    {
        public ValueTask<bool> DecideAsync(TerminalEvent request, CancellationToken cancellationToken) => ValueTask.FromResult(true);
    }
}
