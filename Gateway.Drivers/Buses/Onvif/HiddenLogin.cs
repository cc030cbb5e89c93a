using System.Text.RegularExpressions;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>Writes a device's address without the login that some hand out in its path or query.</summary>
internal static partial class HiddenLogin
{
    public static string Write(Uri address, CameraCredentials? credentials)
    {
        var text = new UriBuilder(address) { UserName = "", Password = "" }.Uri.AbsoluteUri;
        if (credentials is { Password.Length: > 0 })
        {
            text = text.Replace(credentials.Password, "***", StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(credentials.Password), "***", StringComparison.OrdinalIgnoreCase);
        }

        return Login().Replace(text, "${name}=***");
    }

    /// <summary>The names under which cameras are known to put a password into an address.</summary>
    [GeneratedRegex("(?<name>password|passwd|pass|pwd|psw)=[^&/?#;]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Login();
}
