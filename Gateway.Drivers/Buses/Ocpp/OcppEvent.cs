using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>Something that happened at a charger.</summary>
/// <param name="HeardAt">When the gateway heard of it.</param>
internal abstract record OcppEvent(DateTimeOffset HeardAt)
{
    /// <summary>The charger came, went, or fell silent.</summary>
    public sealed record LinkChanged(DateTimeOffset HeardAt, OcppLink Link) : OcppEvent(HeardAt);

    /// <summary>The charger has started.</summary>
    public sealed record Booted(DateTimeOffset HeardAt, OcppBoot Boot) : OcppEvent(HeardAt);

    /// <summary>A connector's state or error changed; repetitions are not told.</summary>
    public sealed record StatusChanged(DateTimeOffset HeardAt, OcppConnector Connector) : OcppEvent(HeardAt);

    /// <summary>A charge began. <paramref name="Late"/>: it began while the charger was cut off, and may have ended by now.</summary>
    public sealed record Started(DateTimeOffset HeardAt, OcppTransaction Transaction, bool Late) : OcppEvent(HeardAt);

    /// <summary>A charge ended. <paramref name="Late"/>: it ended while the charger was cut off.</summary>
    public sealed record Stopped(DateTimeOffset HeardAt, OcppTransaction Transaction, bool Late) : OcppEvent(HeardAt);

    /// <summary>New readings of a connector (0: the charger's main meter). <paramref name="Late"/>: taken while the charger was cut off.</summary>
    public sealed record Metered(DateTimeOffset HeardAt, int Connector, OcppMeter Meter, bool Late) : OcppEvent(HeardAt);

    /// <summary>The charger's smoke sensor. <paramref name="Connector"/>: null where the charger does not say which.</summary>
    public sealed record Smoke(DateTimeOffset HeardAt, int? Connector, bool Present) : OcppEvent(HeardAt);

    /// <summary>A maker's own message that the gateway does not understand.</summary>
    public sealed record VendorMessage(DateTimeOffset HeardAt, string VendorId, string? MessageId, string? Data) : OcppEvent(HeardAt);

    /// <summary>
    /// The charger broke the protocol and was answered all the same. The same <paramref name="Code"/> is told at most once a minute.
    /// </summary>
    public sealed record FaultNoted(DateTimeOffset HeardAt, string Code, Wording Words) : OcppEvent(HeardAt);
}
