namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>One charge. Times are the charger's own where they are believable.</summary>
/// <param name="Id">Given by the gateway; unique and growing, also over restarts.</param>
/// <param name="ChargePoint">Id of the charger.</param>
/// <param name="Connector">From 1; 0 where only the end was told and nothing says where it was.</param>
/// <param name="IdTag">The card or account that the charger was shown, at most 20 characters. Personal data: not for logs.</param>
/// <param name="StartedAt">When it began; its end where only the end was told.</param>
internal sealed record OcppTransaction(int Id, string ChargePoint, int Connector, string IdTag, DateTimeOffset StartedAt)
{
    /// <summary>The energy register at the start, in watt-hours; null where only the end was told.</summary>
    public int? MeterStart { get; init; }

    /// <summary>When the gateway first heard of it.</summary>
    public DateTimeOffset HeardAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The energy register at the end, in watt-hours; null where the charger never told of an end.</summary>
    public int? MeterStop { get; init; }

    public OcppStopReason? Reason { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool Runs => StoppedAt is null;

    /// <summary>Energy charged in watt-hours; null while it runs or where a reading is missing.</summary>
    public int? WattHours => MeterStop - MeterStart;
}
