using System.Text.RegularExpressions;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>The form of a device id, which a command from outside must have before it is used.</summary>
internal static partial class DeviceName
{
    public static bool IsValid(string name) => Form().IsMatch(name);

    [GeneratedRegex("^" + EventLimits.DeviceForm + "\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
