using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>How one outlet stands.</summary>
/// <param name="Id">Unique in its charging point, such as <c>3</c>.</param>
/// <param name="State">By relay and meter together.</param>
/// <param name="Reason">Why it is in this state.</param>
/// <param name="Meter">The last reading; null before the first and while the meter does not answer.</param>
/// <param name="Since">When the state began.</param>
/// <param name="Cause">What it was cut off for; none while it is on.</param>
public sealed record OutletStatus(string Id, OutletState State, Wording Reason, MeterReading? Meter, DateTimeOffset Since, CutOffCause Cause = CutOffCause.None)
{
    /// <summary>Why it must not be switched on now; null when it may, or is on.</summary>
    public Wording? Refusal { get; init; }
}
