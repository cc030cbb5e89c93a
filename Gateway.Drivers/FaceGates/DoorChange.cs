namespace Gateway.Drivers.FaceGates;

/// <summary>What the door did, and when on the machine's monotonic scale.</summary>
internal readonly record struct DoorChange(DoorEvent Event, TimeSpan At);
