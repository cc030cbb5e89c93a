namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>Why a transaction ended; the names are those of the protocol, except the last.</summary>
internal enum OcppStopReason
{
    /// <summary>At the charger by its user; also what is meant when the charger gives no reason.</summary>
    Local,
    DeAuthorized,
    EmergencyStop,
    EVDisconnected,
    HardReset,
    Other,
    PowerLoss,
    Reboot,
    Remote,
    SoftReset,
    UnlockCommand,

    /// <summary>The charger never said: another transaction began on the same connector.</summary>
    Unknown,
}
