using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses;

/// <summary>
/// A bus of the hardware file, opened. It has a supervisor of its own like a device: its loop polls or listens and reports the bus's
/// state; a fault of the loop is recorded and the loop called again. Giving it back ends whatever it holds.
/// </summary>
internal interface IBus : IDevice, IAsyncDisposable;
