namespace Gateway.Drivers.Buses.Modbus;

/// <summary>The order of a number's bytes on the wire, A being the most significant. A 16-bit number knows only whether its bytes are swapped.</summary>
public enum RegisterOrder
{
    /// <summary>As the standard has it: high word first, high byte first.</summary>
    Abcd,

    /// <summary>Low word first.</summary>
    Cdab,

    /// <summary>High word first, bytes swapped within each word.</summary>
    Badc,

    /// <summary>Low word first, bytes swapped within each word: little-endian throughout.</summary>
    Dcba,
}
