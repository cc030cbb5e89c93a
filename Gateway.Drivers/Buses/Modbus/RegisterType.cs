namespace Gateway.Drivers.Buses.Modbus;

/// <summary>How a number lies in registers: its kind and width.</summary>
public enum RegisterType
{
    UInt16,
    Int16,
    UInt32,
    Int32,
    Float32,
}
