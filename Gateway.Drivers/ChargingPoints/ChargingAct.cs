using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>What the shed's rules want done.</summary>
internal abstract record ChargingAct
{
    /// <summary>Drive an outlet's relay.</summary>
    public sealed record Outlet(int Index, bool On) : ChargingAct;

    /// <summary>Drive the contactor.</summary>
    public sealed record Contactor(bool Closed) : ChargingAct;

    /// <summary>Report what <paramref name="Make"/> makes of the device's id and the wall time of <paramref name="Now"/>.</summary>
    public sealed record Tell(TimeSpan Now, Func<DeviceId, DateTimeOffset, Observation> Make) : ChargingAct;
}
