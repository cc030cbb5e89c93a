namespace Gateway.Drivers.Buses.Modbus;

/// <summary>Modbus TCP. The protocol knows neither encryption nor log-in: keep it on a network of its own.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">TCP port, usually 502.</param>
internal sealed record ModbusTcpSettings(string Host, int Port = 502) : ModbusSettings
{
    /// <inheritdoc/>
    public override string Where => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <inheritdoc/>
    public override string Advice => "check that the board has power and network, its address and port, and that no other master holds its only connection";

    /// <inheritdoc/>
    public override string SilenceAdvice => "check its unit number and, behind a gateway, its power and wiring";

    /// <inheritdoc/>
    public override bool ReopenAfterGarbage => true;

    /// <inheritdoc/>
    public override LibModbus Create() => LibModbus.Tcp(Host, Port, Timeout);
}
