namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>The state of a connector; the names are those of the protocol, except <see cref="Unknown"/>: it has not said.</summary>
internal enum OcppStatus
{
    Unknown,
    Available,
    Preparing,
    Charging,
    SuspendedEV,
    SuspendedEVSE,
    Finishing,
    Reserved,
    Unavailable,
    Faulted,
}
