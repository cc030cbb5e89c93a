using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Charging;

/// <summary>A shed whose outlets do what the test says; what it is told is listed in order.</summary>
internal sealed class FakePoint : IChargingPoint
{
    private readonly Dictionary<string, OutletStatus> _outlets;

    public FakePoint(params string[] outlets) => _outlets = outlets.ToDictionary(id => id, id => Status(id, OutletState.Off));

    public DeviceId Id => new("shed-1");

    public Wording Name { get; } = new("一号棚", "Shed one");

    public List<string> Told { get; } = [];

    /// <summary>Whether a cut-off takes effect at once; otherwise the test says when.</summary>
    public bool Obeys { get; set; } = true;

    public Func<string, Task>? BeforeOn { get; set; }

    public DeviceFaultException? OnFault { get; set; }

    public IReadOnlyList<OutletStatus> Outlets => [.. _outlets.Values];

    public static OutletStatus Status(string id, OutletState state, CutOffCause cause = CutOffCause.None, double watts = 0, double celsius = 25, double? wattHours = null, string? reason = null) => new(
        id, state, new Wording(reason ?? "状态", reason ?? "state"), new MeterReading(watts, 230, Energy: wattHours, Temperature: celsius), DateTimeOffset.UnixEpoch, cause);

    public void Set(OutletStatus status) => _outlets[status.Id] = status;

    public async ValueTask SwitchOnAsync(string outlet, CancellationToken cancellationToken)
    {
        await (BeforeOn?.Invoke(outlet) ?? Task.CompletedTask);
        if (OnFault is { } fault)
        {
            throw fault;
        }

        Told.Add($"on {outlet}");
        Set(Status(outlet, OutletState.Idle));
    }

    public ValueTask CutOffAsync(string outlet, Wording reason, CancellationToken cancellationToken)
    {
        Told.Add($"off {outlet}");
        Set(Status(outlet, Obeys ? OutletState.Off : OutletState.CuttingOff, CutOffCause.Ordered, reason: reason.En));
        return ValueTask.CompletedTask;
    }

    public ValueTask OpenContactorAsync(Wording reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask CloseContactorAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
