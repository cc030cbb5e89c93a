namespace Gateway.Drivers.Buses.Http;

/// <summary>Receives what devices push by HTTP.</summary>
internal interface IPushBus
{
    /// <summary>Receives for a sender until the inbox is disposed of.</summary>
    /// <exception cref="Devices.DeviceFaultException">Its path is taken, or it names neither a log-in nor an address.</exception>
    PushInbox Open(PushSender sender);
}
