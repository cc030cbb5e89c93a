namespace Gateway.Drivers.FaceGates;

/// <summary>Times of one door.</summary>
/// <param name="HeldOpenAfter">A door open for longer than this is held open.</param>
/// <param name="UseWithin">A released door may be opened up to this long after its release.</param>
/// <param name="Debounce">A contact must keep its level for this long before it counts.</param>
public sealed record DoorWatchOptions(TimeSpan HeldOpenAfter, TimeSpan UseWithin, TimeSpan Debounce);
