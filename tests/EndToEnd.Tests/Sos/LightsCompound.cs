using System.Text.Json.Nodes;
using EdgeGateway.Testing.Browser;
using EndToEnd.Tests.Harness;
using EndToEnd.Tests.Reliability;

namespace EndToEnd.Tests.Sos;

/// <summary>A compound of two alarm streetlights on a simulated bus whose buttons a scenario presses. Broker, station and gateway are real processes.</summary>
internal sealed class LightsCompound : IAsyncDisposable
{
    public const string Password = "Harbour-lantern-42x";

    private const string Hardware = """
        {
          "site": { "station": "hongqiao", "compound": "trial-garden", "name": { "zh": "试验小区", "en": "Trial garden" } },
          "zones": [ { "id": "paths", "name": { "zh": "园区道路", "en": "Paths" } } ],
          "buses": [ { "id": "poles", "kind": "simulated" } ],
          "devices": [
            {
              "id": "light-1", "kind": "alarm-streetlight", "name": { "zh": "东门报警灯", "en": "Alarm light, east gate" }, "zone": "paths",
              "position": { "x": 5, "y": 5 }, "bus": "poles", "button": 1, "tamper": 2, "lamp": 3, "strobe": 4, "siren": 5
            },
            {
              "id": "light-2", "kind": "alarm-streetlight", "name": { "zh": "西门报警灯", "en": "Alarm light, west gate" }, "zone": "paths",
              "position": { "x": 95, "y": 5 }, "bus": "poles", "button": 11, "lamp": 13
            }
          ]
        }
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly DataFile _station;
    private readonly DataFile _journal;
    private readonly string _scenario;

    private LightsCompound(CompoundUnderTest parts, string scenario)
    {
        (Parts, _scenario) = (parts, scenario);
        _station = new DataFile(Path.Combine(parts.StationData, "station.db"));
        _journal = new DataFile(Path.Combine(parts.GatewayData, "journal", "journal.db"));
    }

    public CompoundUnderTest Parts { get; }

    /// <summary>Starts all three with what is to happen: pairs of a time after the gateway's start and the light whose button is pressed.</summary>
    public static async Task<LightsCompound> StartAsync(TimeSpan? lasts, (double Seconds, string Light)[] presses, CancellationToken cancellationToken)
    {
        var settings = new CompoundSettings { Hardware = Hardware };
        var parts = await CompoundUnderTest.PrepareAsync(settings);
        var compound = new LightsCompound(parts, parts.PathOf("scenario.json"));
        try
        {
            // As after an earlier run: a gateway's very first start takes no command for some seconds.
            Directory.CreateDirectory(parts.GatewayData, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await File.WriteAllTextAsync(Path.Combine(parts.GatewayData, "commands.floor"), "1000", cancellationToken);
            File.SetUnixFileMode(Path.Combine(parts.GatewayData, "commands.floor"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            parts.Gateway.Environment["Drivers__Scenario"] = compound._scenario;
            compound.Plan(lasts, presses);
            await parts.Station.StartAsync(cancellationToken);
            await parts.Gateway.StartAsync(cancellationToken);
            return compound;
        }
        catch
        {
            await compound.DisposeAsync();
            throw;
        }
    }

    /// <summary>What happens from the gateway's next start on.</summary>
    public void Plan(TimeSpan? lasts, params (double Seconds, string Light)[] presses)
    {
        var plan = new JsonObject
        {
            ["events"] = new JsonArray([.. presses.Select(press => new JsonObject
            {
                ["at"] = TimeSpan.FromSeconds(press.Seconds).ToString("c"), ["target"] = press.Light, ["do"] = "press",
            })]),
        };
        if (lasts is { } round)
        {
            plan["lasts"] = round.ToString("c");
        }

        File.WriteAllText(_scenario, plan.ToJsonString());
    }

    /// <summary>The journal's records of a light in a phase, oldest first: the ids of their presses.</summary>
    public Task<IReadOnlyList<Call>> RecordsAsync(string light, string phase, int count, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(
            () => _journal.Look(
                "SELECT json_extract(data, '$.press'), json_extract(data, '$.test') FROM record WHERE kind = 'sos' AND device = $light AND json_extract(data, '$.phase') = $phase ORDER BY sequence",
                row => new Call(row.GetString(0), row.GetBoolean(1)), ("$light", light), ("$phase", phase)),
            calls => calls.Count >= count, s_patience, calls => $"{light} has {calls.Count} {phase} of {count}\n{Parts.Gateway.Process.Tail}", cancellationToken);

    /// <summary>The station's alerts of calls for help, oldest first.</summary>
    public Task<IReadOnlyList<StoredAlert>> AlertsAsync(Func<IReadOnlyList<StoredAlert>, bool> wanted, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(
            Alerts, wanted, s_patience,
            alerts => $"the station has {string.Join(", ", alerts)}\n{Parts.Station.Process.Tail}\n{Parts.Gateway.Process.Tail}", cancellationToken);

    /// <summary>The station's alerts of calls for help at present.</summary>
    public IReadOnlyList<StoredAlert> Alerts() => _station.Look(
        "SELECT id, device, incident, test, acknowledged_by IS NOT NULL, lamp_at IS NOT NULL FROM alerts WHERE kind = 'sos' ORDER BY id",
        row => new StoredAlert(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5)));

    /// <summary>How often the station has the events of a call in a phase.</summary>
    public long Arrivals(string press, string phase) => _station.Number(
        "SELECT count(*) FROM events WHERE kind = 'sos' AND json_extract(data, '$.press') = $press AND json_extract(data, '$.phase') = $phase",
        ("$press", press), ("$phase", phase));

    /// <summary>A verb of the gateway that must do its work; its output.</summary>
    public async Task<string> VerbAsync(CancellationToken cancellationToken, params string[] verb)
    {
        var (exitCode, output) = await CompoundUnderTest.GatewayVerbAsync([.. verb, "--data", Parts.GatewayData], cancellationToken);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>An officer without a browser window, logged in.</summary>
    public async Task<FormBrowser> LogInAsync()
    {
        var browser = new FormBrowser(Parts.Station.Address);
        var (name, password) = Parts.FirstLogin;
        await browser.PostAsync("/login", "/login", ("_handler", "login"), ("Form.Name", name), ("Form.Password", password));
        await browser.PostAsync(
            "/account/password", "/account/password", ("_handler", "password"), ("Form.Current", password), ("Form.Chosen", Password), ("Form.Repeat", Password));
        return browser;
    }

    public ValueTask DisposeAsync() => Parts.DisposeAsync();

    /// <summary>A call as the journal has it.</summary>
    internal sealed record Call(string Press, bool Test);

    /// <summary>An alert as the station has it.</summary>
    internal sealed record StoredAlert(long Id, string Device, string Press, bool Test, bool Acknowledged, bool LampConfirmed);
}
