using Gateway.Cloud.Contract.Hosting;

namespace Gateway.Cloud.Station.Hosting;

/// <summary>The time zone that pages show.</summary>
internal static class StationZone
{
    /// <exception cref="ConfigurationFaultException">There is no zone of that name.</exception>
    public static TimeZoneInfo Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new ConfigurationFaultException($"Station:TimeZone: there is no time zone '{name}'. Use an IANA name such as Asia/Shanghai.");
}
