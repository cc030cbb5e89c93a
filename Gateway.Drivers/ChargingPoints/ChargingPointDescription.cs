using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>A charging point of the hardware file.</summary>
/// <param name="Head">What every device has.</param>
/// <param name="MeterBus">Bus of the meters; empty where no outlet is wired.</param>
/// <param name="Outlets">Outlets with relay and meter of their own, in file order.</param>
/// <param name="Limits">Safety limits.</param>
public sealed record ChargingPointDescription(
    DeviceHead Head, string MeterBus, IReadOnlyList<OutletDescription> Outlets, ChargingLimits Limits) : DeviceDescription(Head)
{
    /// <summary>Bus that the chargers dial in to; empty where there are none.</summary>
    public string ChargerBus { get; init; } = "";

    /// <summary>Outlets that are connectors of chargers, after the others.</summary>
    public IReadOnlyList<OcppOutletDescription> Connectors { get; init; } = [];

    /// <summary>What feeds the whole shed; null where it has none.</summary>
    public Wire? Contactor { get; init; }

    /// <summary>The smoke detector; null where it has none.</summary>
    public Wire? Smoke { get; init; }

    /// <summary>What is measured in its air; null for nothing.</summary>
    public AirDescription? Air { get; init; }

    /// <inheritdoc/>
    public override string Summary =>
        $"{Outlets.Count + Connectors.Count} outlets, contactor {Contactor?.ToString() ?? "none"}, smoke detector {Smoke?.ToString() ?? "none"}" +
        (Air is null ? "" : $", in its air {string.Join(", ", new[] { Air.Temperature, Air.Smoke }.OfType<SensorWire>())}");
}
