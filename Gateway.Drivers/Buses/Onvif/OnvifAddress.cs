using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>Reads the address of an ONVIF device: a host, with a port where it is not 80, or the full address of its device service.</summary>
internal static class OnvifAddress
{
    private const string UsualPath = "/onvif/device_service";

    /// <summary>The device service's address; null after a fault.</summary>
    public static Uri? Read(JsonSection section, string name, HardwareContext context)
    {
        if (context.Filled(section, name) is not { } text)
        {
            return null;
        }

        if (Parse(text) is not { } address)
        {
            context.Fault(section, name, "应为主机、主机:端口或 http(s):// 地址", "expected a host, host:port, or an http:// or https:// address");
            return null;
        }

        return context.HoldsNoLogin(section, name, address) ? address : null;
    }

    /// <summary>Null where the text is no address.</summary>
    public static Uri? Parse(string text)
    {
        var full = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        if (!Uri.TryCreate(full, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            return null;
        }

        return address.AbsolutePath == "/" ? new Uri(address, UsualPath) : address;
    }
}
