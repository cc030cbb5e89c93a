using System.Globalization;
using System.Xml.Linq;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <content>Profiles, streams and snapshots.</content>
internal sealed partial class OnvifDevice
{
    /// <summary>The camera's profiles in its own order, the main stream usually first.</summary>
    public async Task<IReadOnlyList<OnvifProfile>> ProfilesAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync(Media(), new XElement(OnvifNames.Media + "GetProfiles"), cancellationToken);
        return
        [
            .. answer.Children("Profiles").Take(MostItems).Where(profile => profile.ValueOf("token") is { Length: > 0 }).Select(profile =>
            {
                var encoder = profile.Find("VideoEncoderConfiguration");
                return new OnvifProfile(
                    profile.ValueOf("token")!,
                    profile.Children("Name").FirstOrDefault()?.Value.Trim() ?? "",
                    encoder?.Text("Encoding") ?? "",
                    Whole(encoder?.Find("Resolution")?.Text("Width")),
                    Whole(encoder?.Find("Resolution")?.Text("Height")));
            }),
        ];
    }

    /// <summary>The RTSP address of a profile, without credentials, on the host that was configured.</summary>
    public async Task<Uri> StreamAsync(string profile, CancellationToken cancellationToken)
    {
        var body = new XElement(
            OnvifNames.Media + "GetStreamUri",
            new XElement(
                OnvifNames.Media + "StreamSetup",
                new XElement(OnvifNames.Schema + "Stream", "RTP-Unicast"),
                new XElement(OnvifNames.Schema + "Transport", new XElement(OnvifNames.Schema + "Protocol", "RTSP"))),
            new XElement(OnvifNames.Media + "ProfileToken", profile));
        return Address(await CallAsync(Media(), body, cancellationToken), "rtsp", "rtsps");
    }

    /// <summary>The address of a profile's still picture, without credentials, on the host that was configured.</summary>
    public async Task<Uri> SnapshotAsync(string profile, CancellationToken cancellationToken)
    {
        var body = new XElement(OnvifNames.Media + "GetSnapshotUri", new XElement(OnvifNames.Media + "ProfileToken", profile));
        return Address(await CallAsync(Media(), body, cancellationToken), "http", "https");
    }

    private Uri Address(XElement answer, params ReadOnlySpan<string> schemes)
    {
        var text = answer.Text("Uri") ?? "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !schemes.Contains(uri.Scheme))
        {
            throw new DeviceFaultException($"{_address.Authority} gave no usable address for the stream: choose another profile.");
        }

        // Host as configured and no user: a camera behind a translated address names itself wrongly, and some hand out their login.
        return new UriBuilder(uri) { Host = _address.Host, UserName = "", Password = "" }.Uri;
    }

    private Uri Media() => Services.Media ?? throw new DeviceFaultException($"{_address.Authority} offers no ONVIF media service: it is no camera, or ONVIF is off in its settings.");

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
