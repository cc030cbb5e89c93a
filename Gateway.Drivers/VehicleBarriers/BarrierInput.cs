using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>One input line and what its level means to the machine.</summary>
internal sealed record BarrierInput(IDigitalInput Line, Action<BarrierMachine, bool, TimeSpan> Feed);
