namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>StatusNotification. An error code that the protocol does not know is an error all the same. Null: cannot be read, or was
/// not told.</summary>
internal sealed record StatusMessage(
    int? Connector, OcppStatus? Status, OcppErrorCode Error, string? Info, string? VendorErrorCode, DateTimeOffset? Timestamp)
{
    public static StatusMessage Read(OcppFields fields)
    {
        var status = fields.Choice<OcppStatus>("status");
        if (status == OcppStatus.Unknown)
        {
            fields.Report(OcppViolation.Property, "status must be one of the protocol's values.");
            status = null;
        }

        return new StatusMessage(
            fields.Connector(least: 0),
            status,
            fields.Choice<OcppErrorCode>("errorCode") ?? OcppErrorCode.OtherError,
            fields.Text("info", 50),
            fields.Text("vendorErrorCode", 50),
            fields.Time("timestamp", required: false));
    }
}
