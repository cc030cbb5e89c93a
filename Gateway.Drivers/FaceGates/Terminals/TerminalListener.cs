namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>Where a terminal pushes its events, as the terminal is told.</summary>
/// <param name="Host">The gateway's address in the devices' network.</param>
/// <param name="Port">The push receiver's port.</param>
/// <param name="Path">The terminal's path there.</param>
/// <param name="Encrypted">The receiver speaks HTTPS.</param>
internal sealed record TerminalListener(string Host, int Port, string Path, bool Encrypted)
{
    /// <summary>What the terminal logs in with there; null where its address is enough.</summary>
    public Buses.Http.DeviceLogin? Login { get; init; }
}
