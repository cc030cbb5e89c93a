using System.Xml.Linq;

namespace Gateway.Drivers.Buses.Onvif;

/// <content>Maker and model.</content>
internal sealed partial class OnvifDevice
{
    private const int MostText = 200;

    /// <summary>What the device says of itself, without control characters.</summary>
    public async Task<OnvifInformation> InformationAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync(Services.Device, new XElement(OnvifNames.Device + "GetDeviceInformation"), cancellationToken);
        return new OnvifInformation(Words(answer.Text("Manufacturer")), Words(answer.Text("Model")), Words(answer.Text("FirmwareVersion")));
    }

    private static string Words(string? text) => new([.. (text ?? "").Take(MostText).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
