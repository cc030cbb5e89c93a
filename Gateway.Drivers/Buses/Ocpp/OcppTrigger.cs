namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>Messages that a charger can be asked to send; the names are those of the protocol.</summary>
internal enum OcppTrigger
{
    BootNotification,
    Heartbeat,
    StatusNotification,
    MeterValues,
}
