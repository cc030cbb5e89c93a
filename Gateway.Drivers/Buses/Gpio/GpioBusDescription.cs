using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A GPIO chip of the hardware file.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Chip">A device file such as <c>/dev/gpiochip4</c>, or a chip's label or name.</param>
public sealed record GpioBusDescription(string Id, string Chip) : BusDescription(Id, GpioBusKind.Name);
