using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Charging;
using Gateway.Edge.Charging.Learning;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Charging;

/// <summary>The whole gateway with one simulated shed whose batteries are as small as its patience is short.</summary>
internal static class ChargingCompound
{
    public const string Id = "shed-1";

    public static string Json { get; } = """
        {
          "site": { "station": "demo-station", "compound": "demo", "name": { "zh": "示例小区", "en": "Demo compound" } },
          "buses": [ { "id": "relays", "kind": "simulated" }, { "id": "meters", "kind": "simulated" } ],
          "devices": [
            {
              "id": "shed-1", "kind": "charging-point", "name": { "zh": "1 号<棚>", "en": "Shed <1>" },
              "bus": "relays", "contactor": 10, "smoke": 0,
              "meter": {
                "bus": "meters",
                "power": { "address": 2, "type": "uint16", "scale": 0.1 },
                "temperature": { "address": 3, "type": "int16", "scale": 0.1 }
              },
              "limits": { "pollEvery": "00:00:00.200" },
              "outlets": [ { "id": "1", "relay": 0, "unit": 2 }, { "id": "2", "relay": 1, "unit": 3 }, { "id": "3", "relay": 2, "unit": 4 } ]
            }
          ]
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts it; returns once the shed can be used.</summary>
    public static async Task<ConsoleUnderTest> StartAsync(TimeProvider? confirmations = null)
    {
        var gateway = await ConsoleUnderTest.StartAsync(Json, services => services.AddSingleton(new StepUps(confirmations ?? TimeProvider.System)).PostConfigure<ChargingOptions>(options =>
        {
            (options.Every, options.CurveEvery, options.SaveEvery) = (TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(1));
            (options.Smoothing, options.FullAfter, options.EmptyAfter) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30));
        }));
        await UntilAsync(() => gateway.Point().Outlets.All(outlet => outlet is { State: OutletState.Off, Refusal: null }));
        return gateway;
    }

    public static IChargingPoint Point(this ConsoleUnderTest gateway) => gateway.App.Services.GetRequiredService<IDeviceDirectory>().Of<IChargingPoint>().Single();

    public static SimulatedShed Shed(this ConsoleUnderTest gateway) => gateway.App.Services.GetRequiredService<SimulatedWorld>().Find<SimulatedShed>(Id)!;

    /// <summary>Path of an outlet's page.</summary>
    public static async Task<string> OutletPathAsync(this ConsoleUnderTest gateway, string outlet) =>
        "/charge/" + (await gateway.App.Services.GetRequiredService<LabelBook>().OfAsync(gateway.Point(), Stop)).Single(label => label.Outlet.Id == outlet).Key;

    /// <summary>Starts a session as a phone does; the path of its page.</summary>
    public static async Task<string> ChargeAsync(this ConsoleUnderTest gateway, string outlet, double watts = 180, double wattHours = 500)
    {
        gateway.Shed().Plug(outlet, watts, wattHours);
        var answer = await gateway.App.Services.GetRequiredService<SessionDesk>().StartAsync((await gateway.OutletPathAsync(outlet))["/charge/".Length..], Stop);
        return $"/charge/session/{answer?.Link ?? throw new InvalidOperationException(answer?.Refusal?.En)}";
    }

    /// <summary>Puts a session that is over into the records, with a curve that tapers or does not.</summary>
    public static async Task<Guid> PastAsync(this ConsoleUnderTest gateway, string outlet, DateTimeOffset begun, TimeSpan took, EndReason reason, double watts = 180, bool tapers = true)
    {
        var store = gateway.App.Services.GetRequiredService<SessionStore>();
        var session = new ChargeSession(Guid.CreateVersion7(begun), Id, outlet, begun) { Seen = begun };
        await store.BeginAsync(session, ChargeKey.Make(), Stop);
        List<CurvePoint> curve = [.. Enumerable.Range(0, (int)(took.TotalSeconds / 20)).Select(index => new CurvePoint(index * 20, WattsAt(index * 20 / took.TotalSeconds, watts, tapers)))];
        await store.EndAsync(
            session with
            {
                Seen = begun + took,
                Ended = begun + took,
                Reason = reason,
                IsProven = true,
                Plateau = watts,
                WattHours = curve.Sum(point => point.Watts) / 180,
                Tail = ChargeTail.Of(curve),
            },
            curve,
            isAlarm: false);
        return session.Id;
    }

    public static async Task UntilAsync(Func<bool> wanted)
    {
        while (!wanted())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }
    }

    private static double WattsAt(double share, double watts, bool tapers) =>
        share < 0.7 || !tapers ? watts * (0.92 + (0.08 * share)) : watts * Math.Exp(-(share - 0.7) * 8);
}
