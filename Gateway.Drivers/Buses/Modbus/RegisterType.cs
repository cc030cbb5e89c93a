namespace Gateway.Drivers.Buses.Modbus;

/// <summary>How a number lies in registers: its kind and width.</summary>
public enum RegisterType
{
    /// <summary>One register, 0..65535.</summary>
    Word,

    /// <summary>One register, two's complement.</summary>
    SignedWord,

    /// <summary>Two registers, without sign.</summary>
    DoubleWord,

    /// <summary>Two registers, two's complement.</summary>
    SignedDoubleWord,

    /// <summary>Two registers, IEEE 754 single precision.</summary>
    Real,
}
