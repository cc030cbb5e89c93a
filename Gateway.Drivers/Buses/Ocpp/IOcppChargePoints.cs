using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>The charge points of one bus, as the hardware file names them. Safe for several threads.</summary>
internal interface IOcppChargePoints
{
    /// <summary>The charge point of that id, connected or not; the same object every time.</summary>
    /// <exception cref="DeviceFaultException">The hardware file names no such charge point; the message lists those that there are.</exception>
    IOcppChargePoint ChargePoint(string id);
}
