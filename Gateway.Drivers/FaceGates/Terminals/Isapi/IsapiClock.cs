using System.Globalization;
using System.Xml.Linq;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>The terminal's clock: <c>/ISAPI/System/time</c>.</summary>
internal sealed class IsapiClock(IsapiClient client, TimeProvider clock)
{
    private const string Path = "/ISAPI/System/time";

    /// <summary>How far the terminal is ahead of the gateway.</summary>
    /// <exception cref="DeviceFaultException">It does not tell its time.</exception>
    public async Task<TimeSpan> DriftAsync(CancellationToken cancellationToken)
    {
        var xml = await client.GetXmlAsync(Path, "Time", cancellationToken);
        var text = xml.Text("localTime");

        // Some firmware leaves out the offset: then the time is that of the zone which the gateway has set.
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? (time.Kind == DateTimeKind.Utc ? time : TimeZoneInfo.ConvertTimeToUtc(time, clock.LocalTimeZone)) - clock.GetUtcNow().UtcDateTime
            : throw new DeviceFaultException($"The terminal tells a time that is none: \"{text}\".");
    }

    /// <summary>Sets clock and zone to the gateway's.</summary>
    /// <exception cref="DeviceFaultException">The terminal refused.</exception>
    public async Task SetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetLocalNow();

        // The zone is written as POSIX does, west positive: UTC+8 is CST-8.
        var sign = now.Offset < TimeSpan.Zero ? "+" : "-";
        var body = new XElement(
            IsapiXml.Namespace + "Time",
            new XAttribute("version", "2.0"),
            new XElement(IsapiXml.Namespace + "timeMode", "manual"),
            new XElement(IsapiXml.Namespace + "localTime", now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
            new XElement(IsapiXml.Namespace + "timeZone", string.Create(CultureInfo.InvariantCulture, $"CST{sign}{Math.Abs(now.Offset.Hours)}:{Math.Abs(now.Offset.Minutes):00}:00")));
        var status = await client.PutXmlAsync(Path, body, cancellationToken);
        if (!status.Ok)
        {
            throw client.Refused("set its clock", status);
        }
    }
}
