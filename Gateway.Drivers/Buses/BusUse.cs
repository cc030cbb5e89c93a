namespace Gateway.Drivers.Buses;

/// <summary>What devices can use a bus for.</summary>
[Flags]
internal enum BusUse
{
    None = 0,

    /// <summary>Lines: relays, contacts, buttons.</summary>
    Digital = 1,

    /// <summary>Modbus registers: meters.</summary>
    Registers = 2,

    /// <summary>Temperature, smoke, current and the like.</summary>
    Sensors = 4,

    /// <summary>Charging points that dial in.</summary>
    ChargePoints = 8,

    /// <summary>Devices that push events over HTTP.</summary>
    Push = 16,
}
