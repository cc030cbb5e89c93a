namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>MeterValues. Chargers repeat those of a transaction until they are answered by a result. Null: cannot be read, or was not told.</summary>
internal sealed record MeterMessage(int? Connector, int? TransactionId, IReadOnlyList<MeterReading> Readings)
{
    public static MeterMessage Read(OcppFields fields) => new(
        fields.Connector(least: 0),
        fields.Whole("transactionId", int.MinValue, required: false),
        MeterReading.ReadAll(fields, "meterValue", required: true));
}
