namespace Gateway.Drivers.Buses.Modbus;

/// <summary>What is asked of a unit, for turns and for words.</summary>
/// <param name="Unit">The unit, 1..247; 0 for the connection itself.</param>
/// <param name="Function">Number of the function in the standard; 0 for the connection itself.</param>
/// <param name="Address">First address, counted from 0.</param>
/// <param name="Count">Bits or registers.</param>
internal readonly record struct ModbusCall(int Unit, int Function, int Address, int Count)
{
    /// <summary>The function of writing one coil.</summary>
    public const int WriteCoil = 5;

    /// <summary>Asks even a unit that is left alone, once: nobody will be there to ask it again.</summary>
    public bool Insists { get; init; }

    /// <summary>Writes go first.</summary>
    public bool IsWrite => Function >= WriteCoil;

    /// <inheritdoc/>
    public override string ToString() => Function == 0
        ? "connecting"
        : $"unit {Unit}, {Name} (function {Function}), {(Count == 1 ? $"address {Address}" : $"addresses {Address} to {Address + Count - 1}")}";

    private string Name => Function switch
    {
        1 => "read coils",
        2 => "read discrete inputs",
        3 => "read holding registers",
        4 => "read input registers",
        WriteCoil => "write coil",
        6 => "write register",
        15 => "write coils",
        _ => "write registers",
    };
}
