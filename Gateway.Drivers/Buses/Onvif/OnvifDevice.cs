using System.Globalization;
using System.Xml.Linq;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>
/// One ONVIF device: its clock first (every later request is stamped with the device's own time), then its services. Faults are
/// <see cref="DeviceFaultException"/> with the likely fix, except the device's own refusals (<see cref="OnvifFaultException"/>).
/// Safe for several threads.
/// </summary>
internal sealed partial class OnvifDevice : IDisposable
{
    /// <summary>More profiles, relays or inputs than this are not read.</summary>
    private const int MostItems = 256;

    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(15);
    private readonly SoapClient _soap;
    private readonly Uri _address;
    private readonly TimeProvider _clock;

    private OnvifDevice(SoapClient soap, Uri address, OnvifServices services, TimeProvider clock) =>
        (_soap, _address, Services, _clock) = (soap, address, services, clock);

    public OnvifServices Services { get; }

    /// <summary>How far the device's clock is ahead of ours.</summary>
    public TimeSpan ClockOffset => _soap.ClockOffset;

    /// <summary>Asks the device for its time and services.</summary>
    /// <param name="address">The device service, usually <c>http://host/onvif/device_service</c>.</param>
    /// <param name="credentials">Its user and password; null for a device without.</param>
    /// <param name="clock">Our time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<OnvifDevice> ConnectAsync(Uri address, CameraCredentials? credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        var soap = new SoapClient(address, credentials, clock);
        try
        {
            soap.ClockOffset = await ClockAsync(soap, address, clock, cancellationToken);
            return new OnvifDevice(soap, address, await ServicesAsync(soap, address, cancellationToken), clock);
        }
        catch (OnvifFaultException fault)
        {
            soap.Dispose();
            throw Told(address, fault);
        }
        catch
        {
            soap.Dispose();
            throw;
        }
    }

    /// <summary>Asks for the device's time every now and then until it does not answer any more.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(WatchEvery, _clock, cancellationToken);
            _soap.ClockOffset = await ClockAsync(_soap, _address, _clock, cancellationToken);
        }
    }

    /// <summary>Turns a device's refusal into a fault with the likely fix.</summary>
    public static DeviceFaultException Told(Uri address, OnvifFaultException fault) => new(
        fault.NotAuthorized
            ? $"{address.Authority}: {fault.Message}. Check the ONVIF user in the secrets file: many cameras keep ONVIF users apart from their web users."
            : $"{address.Authority}: {fault.Message}.",
        fault);

    /// <inheritdoc/>
    public void Dispose() => _soap.Dispose();

    private static async Task<TimeSpan> ClockAsync(SoapClient soap, Uri address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow();
        var body = new XElement(OnvifNames.Device + "GetSystemDateAndTime");
        XElement answer;
        try
        {
            answer = await soap.CallAsync(address, Action(body), body, anonymous: true, cancellationToken: cancellationToken);
        }
        catch (OnvifFaultException fault) when (fault.NotAuthorized)
        {
            // Against the specification some cameras answer this only to those who log in; then our clocks must agree.
            answer = await soap.CallAsync(address, Action(body), body, cancellationToken: cancellationToken);
        }

        var middle = before + ((clock.GetUtcNow() - before) / 2);
        return answer.Find("UTCDateTime") is { } utc && Moment(utc) is { } time ? time - middle : TimeSpan.Zero;
    }

    private static DateTimeOffset? Moment(XElement utc)
    {
        int? Part(string name) => int.TryParse(utc.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null;
        if (Part("Year") is not { } year || Part("Month") is not { } month || Part("Day") is not { } day
            || Part("Hour") is not { } hour || Part("Minute") is not { } minute || Part("Second") is not { } second)
        {
            return null;
        }

        // A device whose clock was never set may tell year 0, and leap seconds end in 60.
        return year is >= 1970 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60
            ? new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), TimeSpan.Zero)
            : null;
    }

    private static async Task<OnvifServices> ServicesAsync(SoapClient soap, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var body = new XElement(OnvifNames.Device + "GetServices", new XElement(OnvifNames.Device + "IncludeCapability", false));
            var answer = await soap.CallAsync(address, Action(body), body, cancellationToken: cancellationToken);
            var found = answer.Children("Service").Take(MostItems).ToLookup(service => service.Text("Namespace") ?? "", service => service.Text("XAddr"));
            if (found.Count > 0)
            {
                Uri? At(XNamespace name) => found[name.NamespaceName].FirstOrDefault() is { } at ? soap.Here(at) : null;
                return new OnvifServices(At(OnvifNames.Device) ?? address, At(OnvifNames.Media), At(OnvifNames.Events), At(OnvifNames.DeviceIo));
            }
        }
        catch (OnvifFaultException fault) when (!fault.NotAuthorized)
        {
            // A device from before GetServices.
        }

        return await CapabilitiesAsync(soap, address, cancellationToken);
    }

    private static async Task<OnvifServices> CapabilitiesAsync(SoapClient soap, Uri address, CancellationToken cancellationToken)
    {
        var body = new XElement(OnvifNames.Device + "GetCapabilities", new XElement(OnvifNames.Device + "Category", "All"));
        var answer = await soap.CallAsync(address, Action(body), body, cancellationToken: cancellationToken);
        Uri? At(string part) => answer.Find(part)?.Text("XAddr") is { } at ? soap.Here(at) : null;
        return new OnvifServices(At("Device") ?? address, At("Media"), At("Events"), At("DeviceIO"));
    }

    private static string Action(XElement body) => $"{body.Name.NamespaceName}/{body.Name.LocalName}";

    private Task<XElement> CallAsync(Uri service, XElement body, CancellationToken cancellationToken) =>
        _soap.CallAsync(service, Action(body), body, cancellationToken: cancellationToken);
}
