namespace Gateway.Drivers.Configuration;

/// <summary>A door's wiring and times.</summary>
/// <param name="Relay">Output that releases the lock while active.</param>
/// <param name="Contact">Input that is active while the door is open.</param>
/// <param name="Pulse">How long a release lasts.</param>
/// <param name="HeldOpenAfter">A door open for longer than this is reported as held open.</param>
/// <param name="Debounce">A contact must keep its level for this long before it counts.</param>
public sealed record DoorDescription(LineDescription Relay, LineDescription Contact, TimeSpan Pulse, TimeSpan HeldOpenAfter, TimeSpan Debounce);
