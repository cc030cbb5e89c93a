using System.Security.Cryptography;
using System.Text;

namespace Gateway.Drivers.Buses.Ocpp.Server;

/// <summary>HTTP basic authentication as OCPP's security profile 1 has it: the user is the charge point id.</summary>
internal static class ChargerLogin
{
    /// <summary>Shortest password; the security whitepaper says 16 bytes.</summary>
    public const int ShortestPassword = 16;

    private const string Scheme = "Basic ";
    private const int LongestHeader = 512;
    private const int HexDigits = 40;

    /// <summary>
    /// Whether the header names this charger and its password. A password of 40 hexadecimal digits also matches its 20 bytes, which is
    /// what chargers make of an AuthorizationKey.
    /// </summary>
    public static bool Matches(string? header, OcppChargerSettings charger)
    {
        if (header is null || header.Length > LongestHeader || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var bytes = new byte[LongestHeader];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return false;
        }

        var login = bytes.AsSpan(0, length);
        var colon = login.IndexOf((byte)':');
        if (colon < 0 || !login[..colon].SequenceEqual(Encoding.UTF8.GetBytes(charger.Id)))
        {
            return false;
        }

        var password = login[(colon + 1)..];
        return CryptographicOperations.FixedTimeEquals(password, Encoding.UTF8.GetBytes(charger.Password))
            | (IsHex(charger.Password) && CryptographicOperations.FixedTimeEquals(password, Convert.FromHexString(charger.Password)));
    }

    private static bool IsHex(string password) => password.Length == HexDigits && password.All(char.IsAsciiHexDigit);
}
