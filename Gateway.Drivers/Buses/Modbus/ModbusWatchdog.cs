namespace Gateway.Drivers.Buses.Modbus;

/// <summary>A register that is written over and over, so that a board with a communication watchdog drops its relays when the gateway dies.</summary>
/// <param name="Unit">The board's unit.</param>
/// <param name="Register">Holding register, counted from 0.</param>
/// <param name="Value">What is written.</param>
/// <param name="Every">How often, 0.1 s to 1 min: at most a third of the board's own limit.</param>
internal sealed record ModbusWatchdog(int Unit, int Register, ushort Value, TimeSpan Every);
