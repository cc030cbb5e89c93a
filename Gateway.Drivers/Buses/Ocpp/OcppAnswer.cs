namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>A charger's word on a command. It is not yet the deed.</summary>
internal enum OcppAnswer
{
    Rejected,
    Accepted,

    /// <summary>Will be done when the running transaction has ended.</summary>
    Scheduled,

    /// <summary>Done, and takes effect after a reset.</summary>
    RebootRequired,

    /// <summary>The charger cannot do this at all.</summary>
    NotSupported,
}
