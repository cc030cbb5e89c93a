namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>StartTransaction. Chargers repeat it until it is answered by a result, so that whatever can be read is used, and the rest is
/// null. The meter is in watt-hours.</summary>
internal sealed record StartMessage(int? Connector, string IdTag, int? MeterStart, DateTimeOffset? Timestamp)
{
    public static StartMessage Read(OcppFields fields) => new(
        fields.Connector(least: 1),
        fields.Text("idTag", OcppLimits.IdTag, required: true) ?? "",
        fields.Whole("meterStart", int.MinValue),
        fields.Time("timestamp"));
}
