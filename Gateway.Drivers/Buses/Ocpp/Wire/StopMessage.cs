namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>StopTransaction. Chargers repeat it until it is answered by a result, so that whatever can be read is used, and the rest is
/// null. The id is any number: -1 and 0 come from chargers that began the transaction without us. The meter is in watt-hours.</summary>
internal sealed record StopMessage(int? TransactionId, string? IdTag, int? MeterStop, DateTimeOffset? Timestamp, OcppStopReason Reason)
{
    /// <summary>Readings that came along.</summary>
    public IReadOnlyList<MeterReading> Readings { get; private init; } = [];

    public static StopMessage Read(OcppFields fields)
    {
        var reason = fields.Choice<OcppStopReason>("reason", required: false);
        return new StopMessage(
            fields.Whole("transactionId", int.MinValue),
            fields.Text("idTag", OcppLimits.IdTag),
            fields.Whole("meterStop", int.MinValue),
            fields.Time("timestamp"),
            reason is null or OcppStopReason.Unknown ? OtherOrLocal(fields) : reason.Value)
        {
            Readings = MeterReading.ReadAll(fields, "transactionData", required: false),
        };
    }

    // Without a reason the protocol means that the user has ended it; a reason that we do not know is another one.
    private static OcppStopReason OtherOrLocal(OcppFields fields) =>
        fields.Text("reason", OcppLimits.Word) is null ? OcppStopReason.Local : OcppStopReason.Other;
}
