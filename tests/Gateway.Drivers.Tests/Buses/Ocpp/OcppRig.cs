using System.Net;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>A running bus on a free port of loopback, with two chargers: <c>shed-1</c> and <c>shed-2</c>.</summary>
internal sealed class OcppRig : IAsyncDisposable
{
    public const string Password = "a long enough password";

    private readonly TemporaryFolder _folder = new();
    private CancellationTokenSource _stop = new();
    private readonly Func<OcppSettings, OcppSettings> _change;
    private readonly TimeProvider _clock;
    private Task _run = Task.CompletedTask;
    private (OcppBus Bus, DeviceReporter Reporter)? _next;

    private OcppRig(TimeProvider clock, Func<OcppSettings, OcppSettings> change)
    {
        (_clock, _change) = (clock, change);
        (Bus, Reporter) = Make();
    }

    public OcppBus Bus { get; private set; }

    public DeviceReporter Reporter { get; private set; }

    public ListLogger<OcppBus> Log { get; } = new();

    public Uri Address { get; private set; } = new("ws://127.0.0.1");

    public IOcppChargePoint Shed => Bus.ChargePoint("shed-1");

    public string StateFile => _folder.File("charges.json");

    public static async Task<OcppRig> StartAsync(TimeProvider? clock = null, Func<OcppSettings, OcppSettings>? change = null)
    {
        var rig = new OcppRig(clock ?? TimeProvider.System, change ?? (settings => settings));
        await rig.RunAsync();
        return rig;
    }

    /// <summary>Builds the bus of the next run already.</summary>
    public void BuildNext() => _next = Make();

    /// <summary>The gateway dies and comes back with what is on disk.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        ((Bus, Reporter), _next) = (_next ?? Make(), null);
        await RunAsync();
    }

    /// <summary>The next event of a kind at <c>shed-1</c>; those before it are passed over.</summary>
    public async Task<T> NextAsync<T>(CancellationToken cancellationToken, Func<T, bool>? such = null)
        where T : OcppEvent
    {
        await foreach (var occurrence in Shed.Events.ReadAllAsync(cancellationToken))
        {
            if (occurrence is T wanted && such?.Invoke(wanted) is not false)
            {
                return wanted;
            }
        }

        throw new InvalidOperationException("The events have ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _run;
        }
        catch (OperationCanceledException)
        {
            // As told.
        }

        await Bus.DisposeAsync();
    }

    private async Task RunAsync()
    {
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        _run = Bus.RunAsync(Reporter, _stop.Token);
        await Task.WhenAny(_run, Bus.Address);
        if (_run.IsCompleted)
        {
            await _run;
        }

        Address = await Bus.Address;
    }

    private (OcppBus Bus, DeviceReporter Reporter) Make()
    {
        var settings = _change(new OcppSettings(
            new IPEndPoint(IPAddress.Loopback, 0), [new("shed-1", Password), new("shed-2", Password)], StateFile));
        var bus = new OcppBus(new DeviceId("chargers"), new Wording("充电桩", "Chargers"), settings, _clock, Log);
        return (bus, new DeviceReporter(bus.Id, bus.Kind, _clock));
    }
}
