namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>DataTransfer: a maker's own message. Data that is not a text, as it has to be, is taken as its JSON.</summary>
internal sealed record DataMessage(string VendorId, string? MessageId, string? Data)
{
    /// <summary>The protocol sets no limit to the data.</summary>
    private const int MostData = 4096;

    public static DataMessage Read(OcppFields fields) => new(
        fields.Text("vendorId", 255, required: true) ?? "", fields.Text("messageId", 50), fields.Raw("data", MostData));
}
