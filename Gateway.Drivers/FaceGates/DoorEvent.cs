namespace Gateway.Drivers.FaceGates;

/// <summary>What the door contact told, read against the relay's pulses.</summary>
public enum DoorEvent
{
    /// <summary>Opened within the time that follows a release.</summary>
    Opened,

    /// <summary>Closed again.</summary>
    Closed,

    /// <summary>Open for longer than the gate allows.</summary>
    HeldOpen,

    /// <summary>Opened although nothing had released it.</summary>
    ForcedOpen,

    /// <summary>Released, but nobody opened it in time.</summary>
    NotUsed,
}
