namespace Gateway.Drivers.Buses.Modbus;

/// <summary>What libmodbus said: an errno of the system, or one of its own from 112345678 on (modbus.h, enumeration of exceptions).</summary>
internal sealed class ModbusException(int error, string words) : Exception(words)
{
    /// <summary>The answer does not belong to the question, by libmodbus's numbering (MODBUS_ENOBASE + 13).</summary>
    public const int BadData = Base + 13;

    private const int Base = 112345678;
    private const int TimedOut = 110; // ETIMEDOUT on Linux

    /// <summary>The errno.</summary>
    public int Error { get; } = error;

    /// <summary>The exception code that the unit answered with, 1 to 11; null where it did not answer with one.</summary>
    public int? Code => Error is > Base and <= Base + 11 ? Error - Base : null;

    /// <summary>What kind of failure this is.</summary>
    public ModbusFault Fault => Error switch
    {
        TimedOut => ModbusFault.NoAnswer,
        Base + 5 or Base + 6 => ModbusFault.Busy,
        Base + 10 or Base + 11 => ModbusFault.NoAnswer, // the board behind a TCP gateway is silent
        > Base and <= Base + 11 => ModbusFault.Refused,
        > Base and <= Base + 17 => ModbusFault.Garbage,
        _ => ModbusFault.Link,
    };
}
