namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>BootNotification. A charger whose boot is refused tries for ever, so that anything it says of itself is accepted, cut to length.</summary>
internal sealed record BootMessage(string Vendor, string Model, string? SerialNumber, string? Firmware, string? MeterType)
{
    public static BootMessage Read(OcppFields fields)
    {
        var pointSerial = fields.Text("chargePointSerialNumber", 25);
        var boxSerial = fields.Text("chargeBoxSerialNumber", 25);
        return new BootMessage(
            fields.Text("chargePointVendor", 20, required: true) ?? "",
            fields.Text("chargePointModel", 20, required: true) ?? "",
            pointSerial ?? boxSerial,
            fields.Text("firmwareVersion", 50),
            fields.Text("meterType", 25));
    }
}
